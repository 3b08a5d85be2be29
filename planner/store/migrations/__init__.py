"""How a database gets from any earlier layout to the present one."""
