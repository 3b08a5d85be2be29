"""What can be wrong with the files of a case or a plan."""

from planner.messages.texts import N_

TEXTS = {
    "file.missing": N_("The file {file} is missing."),
    "file.empty": N_("The file is empty."),
    "file.unreadable": N_("The file cannot be opened: {detail}."),
    "file.too_large": N_("{size} MB are too much; at most {allowed} MB are read."),
    "file.too_many_rows": N_("The table is too long; at most {allowed} rows are read."),
    "file.binary": N_("This is not plain text (it contains NUL bytes, as UTF-16 does). Please save it as “CSV UTF-8”."),
    "file.encoding": N_("The letters are neither UTF-8 nor Windows-1252. Please save the file as “CSV UTF-8”."),
    "file.quotes": N_(
        "A quotation mark is not closed, or text follows a closing one; nothing from this row on could be read."
    ),
    "source.missing": N_("There is no such folder or file."),
    "source.unknown": N_("A case is a folder of CSV files, an .xlsx workbook or a .zip of such a folder."),
    "source.mixed": N_(
        "Please choose one kind: CSV files, or one .xlsx workbook, or one .zip; each with at most one scenario."
    ),
    "zip.broken": N_("The file is damaged or no ZIP file or .xlsx workbook."),
    "zip.locked_or_old": N_(
        "The file is protected by a password or comes from an old Excel. Please save it without a password as .xlsx."
    ),
    "zip.bomb": N_("Unpacked, the file would be too large; at most {allowed} MB are read."),
    "zip.folders": N_("The ZIP file holds two files of the same name. Please pack one folder only."),
    "xlsx.macros": N_("Workbooks with macros and other formats than .xlsx are not read. Please save it as .xlsx."),
    "xlsx.broken": N_("The workbook cannot be read; it is damaged or no .xlsx workbook."),
    "table.missing": N_("The table {file} is missing. Needed are neighbourhoods, sites and candidates."),
    "table.twice": N_("There are two tables of this name."),
    "table.no_rows": N_("The table has a heading but no rows."),
    "table.unknown": N_("This table does not belong to a case; it is ignored."),
    "table.unknown_near": N_("This table does not belong to a case; it is ignored. Is “{nearest}” meant?"),
    "column.missing": N_("The column “{column}” is missing. Found: {found}."),
    "column.twice": N_("The column “{column}” is there twice."),
    "column.nameless": N_("Column {position} has no heading; it is ignored."),
    "column.unknown": N_("The column “{column}” is unknown; it is ignored."),
    "column.unknown_near": N_("The column “{column}” is unknown; it is ignored. Is “{nearest}” meant?"),
    "column.no_count": N_("The column “{column}” holds no counts (whole numbers from 0); it is ignored."),
    "counts.blank": N_("Blank for {number} neighbourhoods ({codes}) and counted there as 0: {columns}."),
    "column.protected": N_(
        "The column “{column}” names a protected attribute. Proposals must not depend on it (Art. 3 (3) GG, §"
        " 7 AGG, § 36 SGB III); please delete the column. Its values were not kept."
    ),
    "column.identity": N_(
        "The column “{column}” names something that tells who a person is. Candidates are pseudonyms here (§ "
        "67c SGB X); please delete the column. Its values were not kept."
    ),
    "row.too_long": N_("The row has {cells} cells, the heading {columns}."),
    "row.twice": N_("Row {first} already has this entry; each may stand there once."),
    "row.hours": N_("min_hours ({low}) is more than max_hours ({high}); blank means 15 and 39."),
    "row.available": N_("available_from ({low}) is after available_to ({high})."),
    "row.half_place": N_("lat and lon belong together: give both or none."),
    "decision.fixed_twice": N_(
        "Row {first} already fixes this candidate at the site {other}; nobody can be at two sites."
    ),
    "months.beyond": N_("More months than the window of {window} months has; please check."),
    "months.unlike": N_(
        "{few} months of the last {shorter} and {many} of the last {longer} do not go together; please check."
    ),
    "tandem.alone": N_("Nobody else has this tandem mark; it has no effect."),
    "field.unknown": N_("No site has this field of activity."),
    "field.unknown_near": N_("No site has this field of activity. Is “{nearest}” meant?"),
    "reference.unknown": N_("There is no such entry in the table {table}."),
    "reference.unknown_near": N_("There is no such entry in the table {table}; the nearest is “{nearest}”."),
    "reference.gone": N_("No longer in the table {table}; the earlier placement counts as given up."),
    "cell.blank": N_("The cell is blank; a value is needed."),
    "cell.formula": N_("The cell holds a formula. Formulas are not read; please paste it as a value."),
    "cell.control_characters": N_("The cell holds characters that cannot be seen (such as tabs or line breaks)."),
    "cell.list_marks": N_("The signs ; and | separate lists and cannot be part of this entry."),
    "cell.whole": N_("Not a whole number. Allowed: {low} to {high}."),
    "cell.number": N_("Not a number. Allowed: {low} to {high}, with comma or point, without separators of thousands."),
    "cell.range": N_("Out of range. Allowed: {low} to {high}."),
    "cell.places": N_("Too many decimals. Allowed: {places}."),
    "cell.flag": N_("Allowed: yes, no, true, false, ja, nein, 1, 0."),
    "cell.answer": N_("Allowed: yes, no, unclear (or ja, nein, unklar)."),
    "cell.date": N_("Not a date. Allowed: 2027-03-01 or 01.03.2027."),
    "cell.date_missing": N_("The calendar does not have this day."),
    "cell.year": N_("The year is implausible. Allowed: {low} to {high}."),
    "cell.born": N_("Neither a year nor a date. Allowed: 1970, 1970-05-31 or 31.05.1970."),
    "cell.choice": N_("Unknown word. Allowed: {allowed}."),
    "cell.language": N_("“{entry}” is no language with a level. Allowed: such as de:B1;ar:A2, levels {allowed}."),
    "cell.language_twice": N_("The language “{entry}” is there twice."),
    "cell.pay": N_(
        "Neither EUR per hour nor a known wage table; the nearest is “{nearest}”. Allowed: {allowed}, or a number."
    ),
    "scenario.toml": N_("The scenario is not valid TOML: {detail}."),
    "scenario.several": N_("Several scenarios were given ({found}); name one scenario.toml."),
    "scenario.key": N_("The key “{value}” is unknown. Allowed: {allowed}."),
    "scenario.key_near": N_("The key “{value}” is unknown; the nearest is “{nearest}”. Allowed: {allowed}."),
    "scenario.missing": N_("“{column}” is missing."),
    "scenario.choice": N_("Unknown word. Allowed: {allowed}."),
    "scenario.choice_near": N_("Unknown word; the nearest is “{nearest}”. Allowed: {allowed}."),
    "scenario.flag": N_("Allowed: true or false."),
    "scenario.whole": N_("Not a whole number."),
    "scenario.decimal": N_("Not a number."),
    "scenario.number": N_("A number is needed, not true or false."),
    "scenario.range": N_("Out of range. Allowed: {bounds}."),
    "scenario.text": N_('A text in quotation marks is needed (codes too: "01").'),
    "scenario.list": N_('A list is needed, such as ["a", "b"].'),
    "scenario.table": N_("A table of keys and values is needed."),
    "scenario.wrong": N_("The value does not fit: {detail}."),
    "scenario.eur": N_("Not an amount in EUR. Allowed: 0 and more, at most two decimals."),
    "scenario.scheme_16e_too_early": N_(
        "§ 16e SGB II in this version holds for starts from 2026-07-01 only (§ 66 SGB II)."
    ),
    "scenario.need_without_weight": N_("[need] has no weight above 0; leave it out to use the population."),
    "scenario.who_empty": N_("“who” needs languages or skills."),
    "scenario.language_level": N_("A language needs a level, such as ar:A2. Allowed: A1, A2, B1, B2, C1, C2."),
    "scenario.limit_without_number": N_("A limit needs at_least or at_most."),
    "scenario.limit_min_above_max": N_("at_least is more than at_most."),
    "scenario.limit_ceiling_on_people": N_(
        "at_most together with “who” is refused: no ceiling on people by what they speak or can do."
    ),
    "scenario.limit_reason_missing": N_("A limit with “who” needs a reason: why does the work need it?"),
    "scenario.limit_hard_without_minimum": N_("hard = true needs at_least; at_most is always hard."),
    "scenario.tier_twice": N_("A tier is named twice."),
    "scenario.tier_lot_is_last": N_("“lot” always comes last and is not named."),
    "scenario.tolerance_without_tier": N_("A tolerance belongs to a tier that is not in the order."),
    "scenario.where": N_("The tables do not have “{value}”. Allowed: {allowed}."),
    "scenario.where_near": N_("The tables do not have “{value}”. The nearest is “{nearest}”. Allowed: {allowed}."),
    "scenario.need": N_("“{value}” is no count column of the neighbourhoods. Allowed: {allowed}."),
    "scenario.need_near": N_(
        "“{value}” is no count column of the neighbourhoods. The nearest is “{nearest}”. Allowed: {allowed}."
    ),
    "scenario.confirmed": N_("No site has the field “{value}”. Allowed: {allowed}."),
    "scenario.confirmed_near": N_("No site has the field “{value}”. The nearest is “{nearest}”. Allowed: {allowed}."),
    "scenario.need_zero": N_("The column “{value}” is 0 in every neighbourhood; it cannot show where the need is."),
    "scenario.no_need": N_(
        "There is neither [need] nor a column “population”: every need is 0 and coverage says nothing."
    ),
    "scenario.no_previous_plan": N_("There is no table previous_plan; max_changes has no effect."),
    "certificate.unreadable": N_("The file is not a certificate of this program."),
    "plan.missing": N_("There is no such plan folder."),
    "plan.json": N_("The file is not a plan of this program: {detail}."),
    "folder.taken": N_(
        "{file} already holds something else; nothing was written. Please name a new or an empty folder."
    ),
    "folder.failed": N_("{file} could not be written: {detail}. Nothing was left half-done."),
}
