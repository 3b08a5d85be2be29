"""The scenario editor on its page: everything of a scenario can be changed, nothing is lost."""

from datetime import date
from decimal import Decimal

import pytest

from planner.domain import Limit, Payer, Scenario, Scheme, Tier, Where, Who
from planner.service import list_scenarios, save_scenario
from planner.store import Role
from planner.ui.planning.editor.limits import FIRST

RICH = Scenario(
    name="Alles",
    start=date(2027, 3, 1),
    scheme=Scheme.P16E,
    posts=9,
    unclear_is_eligible=True,
    max_commute=40,
    max_changes=3,
    own_share_paid_by=Payer.HOST,
    need={"age_65p": Decimal("0.125"), "population": Decimal(0)},
    fields={"confirmed": ("seniors",)},
    budget={Payer.CITY: {2027: 12_345_67, 2030: 1}, Payer.TRANSFER: {2027: 0}},
    limit=(
        Limit(
            name="Sprache",
            where=Where(neighbourhood=("96", "97"), borough="Cotta"),
            who=Who(languages=("ar:A2", "xx:B1"), skills="computer"),
            reason="Lotsendienst",
            at_least=1,
            hard=True,
        ),
        Limit(where=Where(borough="Prohlis"), at_least=0, at_most=30),
    ),
    tiers={
        "order": ("coverage", "placements", "commute"),
        "tolerance": {"coverage": Decimal("0.015"), "commute": Decimal(0)},
        "seed": "Los",
    },
)


def shown(visit, world, scenario):
    """Save a scenario and open the page, where the newest one is chosen."""
    made, store = world
    save_scenario(store, made.planner, made.project, scenario)
    return visit(Role.PLANNER, page="planning")


def versions(world):
    made, store = world
    return [one.scenario for one in list_scenarios(store, made.planner, made.project)]


def field(kind, name):
    return next(one for one in kind if one.key.startswith(f"{name}_"))


def turn(app, tab):
    """Open another tab of the editor."""
    app.run()
    app.session_state["editor_tabs_de"] = tab
    app.run()
    assert not app.exception


def press(app, label, at=0):
    [button for button in app.button if button.label == label][at].click().run()
    assert not app.exception


@pytest.mark.parametrize("scenario", [RICH, Scenario(start=date(2028, 1, 1))], ids=["rich", "bare"])
def test_what_is_not_changed_is_saved_as_it_was(visit, world, scenario):
    """A scenario loaded and saved unchanged is the same one; with another name, nothing else differs."""
    app = shown(visit, world, scenario)
    for tab in ("Bedarf", "Grenzen", "Budgets", "Ziele", "Eckdaten"):
        turn(app, tab)
    press(app, "Nur speichern")
    assert len(versions(world)) == 2
    field(app.text_input, "name").set_value("Neu").run()
    press(app, "Nur speichern")
    assert versions(world)[0] == scenario.model_copy(update={"name": "Neu"})


def test_every_key_datum_can_be_changed(visit, world):
    """The plain fields all reach the scenario."""
    app = shown(visit, world, RICH)
    field(app.number_input, "posts").set_value(None)
    field(app.number_input, "max_commute").set_value(50)
    field(app.number_input, "max_changes").set_value(0)
    field(app.checkbox, "unclear").uncheck()
    field(app.checkbox, "stated").uncheck()
    field(app.selectbox, "scheme").set_value(Scheme.P16I)
    field(app.selectbox, "own_share").set_value(Payer.CITY)
    field(app.date_input, "start").set_value(date(2027, 9, 1))
    turn(app, "Ziele")
    field(app.text_input, "seed").set_value("anderes Los")
    turn(app, "Bedarf")
    field(app.segmented_control, "weighted").set_value(False)
    app.run()
    press(app, "Nur speichern")
    made = versions(world)[0]
    assert (made.posts, made.max_commute, made.max_changes, made.unclear_is_eligible) == (None, 50, 0, False)
    assert (made.scheme, made.own_share_paid_by, made.start) == (Scheme.P16I, Payer.CITY, date(2027, 9, 1))
    assert (made.tiers.seed, made.need, made.fields.confirmed) == ("anderes Los", None, None)
    assert made.limit == RICH.limit


def test_weights_move_the_need_at_once(visit, world):
    """With another weight the table beside the map has another order, before anything is saved."""
    app = shown(visit, world, Scenario(start=date(2027, 3, 1), need={"age_65p": Decimal(1)}))
    turn(app, "Bedarf")
    before = table_with(app, "Bedarf")
    field(app.multiselect, "columns").set_value(["age_65p", "foreigners"]).run()
    field(app.text_input, "weight_foreigners").set_value("9").run()
    after = table_with(app, "Bedarf")
    assert list(before["Stadtteil"]) != list(after["Stadtteil"])
    assert abs(after["Bedarf"].sum() - 1) < 1e-9
    press(app, "Nur speichern")
    assert versions(world)[0].need == {"age_65p": 1, "foreigners": 9}


def test_shares_of_the_weights_add_up(visit, world):
    """Whole percents are shown as long as they add up to 100, otherwise tenths."""
    weights = {"age_65p": Decimal("1.5"), "foreigners": Decimal("0.3"), "households_single": Decimal("0.3")}
    app = shown(visit, world, Scenario(start=date(2027, 3, 1), need=weights))
    turn(app, "Bedarf")
    assert together(app).count("14,3\u00a0%") == 2
    field(app.text_input, "weight_age_65p").set_value("0,9").run()
    assert together(app).count("20\u00a0%") == 2


def together(app):
    """Return the sentence of what the weights come to."""
    return next(one.value for one in app.markdown if one.value.startswith("Zusammen"))


def test_decimals_are_written_and_read_with_a_comma(visit, world):
    """A weight shows as the language writes it, takes comma and point, and says what it cannot read."""
    app = shown(visit, world, Scenario(start=date(2027, 3, 1), need={"age_65p": Decimal("0.4")}))
    turn(app, "Bedarf")
    weight = field(app.text_input, "weight_age_65p")
    assert weight.value == "0,4"
    weight.set_value("viel").run()
    told = " ".join(error.value for error in app.error).replace("\\", "")
    assert "„viel“ ist keine Zahl; bitte so schreiben: 0,4." in told
    assert next(button for button in app.button if button.label == "Nur speichern").disabled
    field(app.text_input, "weight_age_65p").set_value("0.25").run()
    assert not app.error
    press(app, "Nur speichern")
    assert versions(world)[0].need == {"age_65p": Decimal("0.25")}


def table_with(app, heading):
    return next(
        table.value for table in app.dataframe if heading in table.value.columns and "Soll" in table.value.columns
    )


def test_a_limit_is_added_changed_and_removed(visit, world):
    """Sentences follow the fields; what is removed is gone."""
    app = shown(visit, world, Scenario(start=date(2027, 3, 1), limit=RICH.limit))
    turn(app, "Grenzen")
    press(app, "Grenze hinzufügen")
    assert "Mindestens eine Person in der ganzen Stadt" in said(app)
    field(app.multiselect, "limit_borough").set_value(["Cotta"])
    field(app.number_input, "limit_most").set_value(4)
    field(app.segmented_control, "limit_hard").set_value(True)
    app.run()
    assert "1 bis 4 Personen im Stadtbezirk Cotta" in said(app)
    press(app, "Entfernen")
    press(app, "Nur speichern")
    assert versions(world)[0].limit == (
        RICH.limit[1],
        Limit(where=Where(borough="Cotta"), at_least=1, at_most=4, hard=True),
    )


def test_a_city_with_dozens_of_limits_shows_the_first_until_somebody_asks(visit, world):
    """Each sentence has two buttons, which a browser takes long to draw; nothing is lost by it."""
    many = tuple(Limit(name=f"Grenze {n}", at_most=n) for n in range(1, FIRST + 6))
    app = shown(visit, world, Scenario(start=date(2027, 3, 1), limit=many))
    turn(app, "Grenzen")
    assert "Grenze 12" in said(app)
    assert "Grenze 13" not in said(app)
    press(app, "Alle 17 Grenzen zeigen")
    assert "Grenze 17" in said(app)
    press(app, "Nur speichern")
    assert versions(world)[0].limit == many


def said(app):
    return " ".join(one.value for one in app.markdown).replace("\\", "")


def test_the_order_is_changed_with_arrows(visit, world):
    """Up, out and in again: each is one press, and its tolerance follows."""
    app = shown(visit, world, RICH)
    turn(app, "Ziele")
    press(app, "Wegminuten: nach oben")
    press(app, "Deckung des Bedarfs: weglassen")
    press(app, "Aufnehmen: Güte der Passung")
    press(app, "Nur speichern")
    tiers = versions(world)[0].tiers
    assert tiers.order == (Tier.COMMUTE, Tier.PLACEMENTS, Tier.QUALITY)
    assert set(tiers.tolerance) <= {Tier.COMMUTE}


def test_what_is_wrong_is_told_and_nothing_is_lost(visit, world):
    """Both problems are told at once, saving is off, every field keeps what was typed, and mending one leaves one."""
    app = shown(visit, world, RICH)
    field(app.date_input, "start").set_value(date(2026, 1, 1))
    field(app.text_input, "name").set_value("bleibt")
    turn(app, "Ziele")
    field(app.text_input, "tolerance_coverage").set_value("100")
    turn(app, "Eckdaten")
    told = " ".join(error.value for error in app.error)
    assert "2 Angaben können so nicht bleiben" in told
    assert "§ 16e" in told.replace("\\", "")
    assert next(button for button in app.button if button.label == "Nur speichern").disabled
    field(app.date_input, "start").set_value(date(2027, 1, 1)).run()
    assert "Eine Angabe kann so nicht bleiben" in " ".join(error.value for error in app.error)
    assert field(app.text_input, "name").value == "bleibt"
    press(app, "Änderungen verwerfen")
    assert not app.error
    assert field(app.text_input, "name").value == RICH.name


def test_what_the_places_do_not_have_is_told_on_saving(visit, world):
    """A skill may be anything, a place may not: what the project lacks is refused and told at its limit."""
    app = shown(visit, world, Scenario(start=date(2027, 3, 1), limit=RICH.limit[1:]))
    draft = next(iter(app.session_state["scenario_drafts"].values()))[0]
    draft.limits[0].where["borough"] = ["Atlantis"]
    press(app, "Nur speichern")
    assert len(versions(world)) == 2
    turn(app, "Grenzen")
    assert "Atlantis" in " ".join(error.value for error in app.error)
    draft.limits[0].where["borough"] = ["Cotta"]
    press(app, "Nur speichern")
    assert versions(world)[0].limit[0].where == Where(borough="Cotta")


def test_a_draft_waits_while_another_page_is_visited(visit, world):
    """Unsaved fields are there when the planner comes back."""
    app = shown(visit, world, RICH)
    field(app.number_input, "posts").set_value(77).run()
    app.switch_page("workplaces/planning.py").run()
    assert field(app.number_input, "posts").value == 77
