"""Who is eligible, what a month costs and who pays: the law by date, read from ``data/law``."""
