"""The handout: one file with all that was asked, guessed, seen and said, which any browser shows and prints."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lessons.handout import handout
from nnreg_gui.lessons.handout_words import HANDOUT_WORDS
from nnreg_gui.lessons.lesson import Choice, ChoiceQuestion, CurveQuestion, Lesson, LessonQuestion, NumberQuestion, Step
from nnreg_gui.lessons.record import DoneStep, Guess, Outcome, Record
from nnreg_gui.resource_files import resource_path

DAY = date(2026, 11, 30)
LINE = "nnreg: n=1000 penalty=l2 lambda=0.1"
HOSTILE = """</title><script>alert("1")</script><img src='https://x.org/a.png' onerror="x()">&amp;"""
UNKNOWN = Outcome()
NO_NEED: Any = None  # of expressions: what came out is in the record
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
VOID = {"meta", "img", "br"}

ASKED_FIRST = ChoiceQuestion(
    Words(en="Is this a good network?", cs="Je to dobrá síť?"),
    (
        Choice(Words(en="Yes", cs="Ano"), NO_NEED, Words(en="Learnt by heart", cs="Naučeno nazpaměť")),
        Choice(Words(en="Cannot know", cs="Nelze vědět"), NO_NEED, Words(en="")),
    ),
)
ASKED_AGAIN = replace(ASKED_FIRST, again="first")
NUMBER = NumberQuestion(Words(en="How many new ones?", cs="Kolik nových?"), 0, 100, 1, "percent", NO_NEED)
CURVE = CurveQuestion(
    Words(en="Draw it", cs="Nakreslete"), "l2", "validation_accuracy", (), Words(), "percent", 0, 100
)  # fmt: skip
POINTS = replace(
    CURVE,
    run="",
    quantity="",
    points=(("0.01", NO_NEED), ("0.1", NO_NEED), ("1", NO_NEED)),
    axis=Words(en="strength λ", cs="síla λ"),
)


def step(id_: str, question: LessonQuestion | None = None, title: str = "") -> Step:
    return Step(
        id=id_,
        slide="L2 regularizace",
        title=Words(en=title or f"Title of {id_}", cs=title or f"Název {id_}"),
        text=Words(en="Look here.", cs="Podívejte se sem."),
        note=Words(en="SECRET", cs="TAJNÉ"),
        page="learning",
        view="",
        settings={},
        runs=("l2",),
        show=(),
        see=False,
        train_page=False,
        question=question,
        seen=None,
        holds=None,
        otherwise=None,
        beside=None,
    )


def done(of: Step, guess: Guess | None = None, outcome: Outcome = UNKNOWN, **changes: Any) -> DoneStep:
    said = Words(en=f"Seen at {of.id}.", cs=f"Viděno u {of.id}.")
    return replace(DoneStep(of, guess, outcome, said, b"", "", replayed=False), **changes)


def record(*steps: DoneStep, title: str = "The lecture", more: tuple[Step, ...] = ()) -> Record:
    titles = Words(en=title, cs=title)
    lesson = Lesson(Path("x.toml"), titles, titles, 45, MappingProxyType({}), (*(one.step for one in steps), *more))
    return Record(lesson, {one.step.id: one for one in steps})


@pytest.fixture(scope="module")
def picture() -> bytes:
    return resource_path("screenshot.png").read_bytes()


@pytest.fixture(scope="module")
def whole(picture: bytes) -> Record:
    """A lesson with all kinds of questions, each guessed."""
    rising = tuple((float(epoch), 80 - 60 / (epoch + 1)) for epoch in range(0, 101, 4))
    return record(
        done(step("first", ASKED_FIRST), Guess(votes=(17, 4)), Outcome(right=(False, True)), picture=picture),
        done(step("number", NUMBER), Guess(number=95), Outcome(number=82.34), picture=picture, experiment=LINE),
        done(step("curve", CURVE), Guess(curve=((0, 10), (100, 95))), Outcome(curve=rising), replayed=True),
        done(
            step("points", POINTS),
            Guess(curve=((0, 80), (1, 85), (2, 90))),
            Outcome(curve=((0, 82), (1, 86), (2, 60))),
        ),
        done(step("again", ASKED_AGAIN), Guess(votes=(3, 18)), Outcome(right=(False, True))),
        done(step("told"), picture=picture),
        more=(step("later"),),
    )


class Walk(HTMLParser):
    """Walks through a document: notes elements, attributes and texts, and fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1:] != ["style"]:
            self.texts.append(data.strip())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", ["en", "cs", "sk"])
def test_it_is_well_formed_and_needs_nothing_else(whole: Record, language: str) -> None:
    text = handout(whole, language, DAY)
    walk = Walk(text)

    assert "<script" not in text
    assert "http:" not in text
    assert "https:" not in text
    assert walk.elements[0] == ("html", {"lang": language})
    policy = next(one["content"] for one in walk.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert {"link", "iframe", "object", "a"}.isdisjoint(name for name, _ in walk.elements)


def test_steps_stand_in_the_lessons_order_with_all_that_happened(whole: Record) -> None:
    backwards = Record(whole.lesson, dict(reversed(whole.done.items())))
    texts = Walk(handout(backwards, "en", DAY)).texts

    headings = [one for one in texts if re.match(r"\d\. Title of", one)]
    assert [one.split()[-1] for one in headings] == ["first", "number", "curve", "points", "again", "told"]
    for said in ("2026-11-30 · Steps: 6 of 7", "Slide: L2 regularizace", "Look here.", "Seen at number.", LINE):
        assert said in texts
    for said in ("How many new ones?", "guess: 95\N{NO-BREAK SPACE}%", "came out: 82.3\N{NO-BREAK SPACE}%"):
        assert said in texts
    assert "SECRET" not in " ".join(texts)
    assert texts.count("Replayed: this run had been trained before the lecture.") == 1


def test_it_speaks_czech(whole: Record) -> None:
    texts = Walk(handout(whole, "cs", DAY)).texts

    space = "\N{NO-BREAK SPACE}"
    for said in (f"30.{space}11.{space}2026 · Kroky: 6 z 7", "Viděno u number.", f"vyšlo: 82,3{space}%", "síla λ"):
        assert said in texts
    assert not any(word in " ".join(texts) for word in ("Steps", "guess", "Seen", "epoch "))


def test_a_language_without_texts_gets_english(whole: Record) -> None:
    assert Walk(handout(whole, "sk", DAY)).texts == Walk(handout(whole, "en", DAY)).texts


def test_every_language_has_all_words_with_the_same_gaps() -> None:
    def gaps(words: Mapping[str, str]) -> dict[str, set[str]]:
        return {key: set(re.findall(r"\{\w+", text)) for key, text in words.items()}

    assert all(gaps(words) == gaps(HANDOUT_WORDS["en"]) for words in HANDOUT_WORDS.values())


def test_pictures_are_embedded(whole: Record) -> None:
    pictures = Walk(handout(whole, "en", DAY)).all("img")

    assert len(pictures) == 3
    assert all((one["src"] or "").startswith("data:image/png;base64,iVBOR") and one["alt"] for one in pictures)


def test_hands_stand_as_bars_and_those_of_the_first_time_beside_them(whole: Record) -> None:
    text = handout(whole, "en", DAY)
    first, again = (part for part in text.split("<section")[1:] if "<table>" in part)

    assert re.findall(r'rect class="(\w+)" width="([\d.]+)"', first) == [("middle", "100.0"), ("dark", "23.5")]
    assert Walk(first.split("</section")[0].partition(">")[2]).texts.count("17") == 1
    assert "Cannot know ✓ right" in first
    assert "Yes ✓" not in first
    assert "Learnt by heart" in first
    assert [shade for shade, _ in re.findall(r'rect class="(\w+)" width="([\d.]+)"', again)] == [
        "middle",
        "light",
        "dark",
        "light",
    ]
    assert "17 earlier" in again


def test_a_drawn_curve_stands_beside_the_true_one_with_the_area_between_them_shaded(whole: Record) -> None:
    for id_ in ("curve", "points"):
        walk = Walk(handout(record(whole.done[id_]), "en", DAY))
        shades = {one["class"]: one["points"] or "" for one in (*walk.all("polyline"), *walk.all("polygon"))}

        assert set(shades) == {"dashed", "solid", "between"}
        assert len(shades["dashed"].split()) == len(whole.done[id_].guess.curve)  # type: ignore[union-attr]
        assert len(shades["between"].split()) == 2 * len(whole.done[id_].outcome.curve)
        assert {"0\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"} <= set(walk.texts)


def test_what_lies_outside_an_axis_makes_it_longer() -> None:
    far = done(step("number", NUMBER), Guess(number=0), Outcome(number=-20))
    diverged = done(
        step("curve", CURVE), Guess(curve=((0, 10),)), Outcome(curve=((0, 10), (1, float("nan")), (2, 140)))
    )
    walk = Walk(handout(record(far, diverged), "en", DAY))

    assert "came out: −20\N{NO-BREAK SPACE}%" in walk.texts
    assert "140\N{NO-BREAK SPACE}%" in walk.texts
    numbers = " ".join(filter(None, [one.get("d") or one.get("points") for _, one in walk.elements]))
    assert "nan" not in numbers
    assert all(0 <= float(x) <= 600 for x in re.findall(r"[MH](-?[\d.]+)", numbers))


@pytest.mark.parametrize("question", [ASKED_FIRST, ASKED_AGAIN, NUMBER, CURVE, POINTS, None])
@pytest.mark.parametrize("guess", [None, Guess()])
def test_what_was_skipped_or_is_not_known_yet_is_left_out(question: LessonQuestion | None, guess: Guess | None) -> None:
    walk = Walk(handout(record(done(step("one", question), guess)), "en", DAY))

    assert ("The question was skipped." in walk.texts) == (question is not None and guess is None)
    assert "Seen at one." in walk.texts


def test_before_the_first_step_it_says_so() -> None:
    assert "No step has been done yet." in Walk(handout(record(more=(step("one"),)), "en", DAY)).texts


def test_texts_of_files_stay_texts(picture: bytes) -> None:
    choice = Choice(Words(en=HOSTILE), NO_NEED, Words(en=HOSTILE))
    question = ChoiceQuestion(Words(en=HOSTILE), (choice, choice))
    labels = replace(POINTS, text=Words(en=HOSTILE), points=((HOSTILE, NO_NEED),), axis=Words(en=HOSTILE))
    hostile = record(
        done(
            replace(step("one", question, HOSTILE), slide=HOSTILE, text=Words(en=HOSTILE)),
            Guess(votes=(1, 2)),
            said=Words(en=HOSTILE),
            picture=picture,
            experiment=HOSTILE,
        ),
        done(step("two", labels), Guess(curve=((0, 1),)), Outcome(curve=((0, 2),))),
        title=HOSTILE,
    )
    text = handout(hostile, f'en"{HOSTILE}', DAY)
    walk = Walk(text)

    assert not walk.all("script")
    assert [set(one) for one in walk.all("img")] == [{"src", "alt"}]
    assert walk.all("img")[0]["alt"] == f"What the program showed: {HOSTILE}"
    # Title twice, about; of the first step heading, slide, text, question, four of the choices, said, line; of the
    # second question, axis, label: each is one whole text.
    assert sum(HOSTILE in one for one in walk.texts) == 16


def browse(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Open a file in Chromium."""
    private = f"--user-data-dir={path.parent / 'profile'}"
    quiet = ("--headless", "--disable-gpu", "--no-sandbox", "--enable-logging=stderr", "--v=0")
    command = [BROWSER or "", *quiet, private, *options, path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)


@pytest.fixture(scope="module")
def browser_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files for the browser; skips where there is none, or where it may not read them (as a snap)."""
    if BROWSER is None:
        pytest.skip("Chromium is not installed")
    folder = tmp_path_factory.mktemp("browser")
    (folder / "probe.html").write_text("<p>It is read", encoding="utf-8")
    if "It is read" not in browse(folder / "probe.html", "--dump-dom").stdout:
        pytest.skip("Chromium may not read the tests' files")
    return folder


@pytest.mark.parametrize("language", ["en", "cs"])
def test_a_browser_prints_it_without_complaints(whole: Record, language: str, browser_folder: Path) -> None:
    path, printed = browser_folder / f"{language}.html", browser_folder / f"{language}.pdf"
    path.write_text(handout(whole, language, DAY), encoding="utf-8")
    shown = browse(path, f"--print-to-pdf={printed}")

    assert "CONSOLE" not in shown.stderr
    assert printed.read_bytes().startswith(b"%PDF")


def test_a_browser_loads_every_picture(whole: Record, browser_folder: Path) -> None:
    path = browser_folder / "counted.html"
    count = "document.title = [...document.images].filter(one => one.complete && one.naturalWidth > 0).length"
    asked = handout(whole, "en", DAY).replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
    path.write_text(asked.replace("</body>", f"<script>onload = () => {{ {count} }}</script></body>"), encoding="utf-8")
    shown = browse(path, "--dump-dom")

    assert "CONSOLE" not in shown.stderr
    assert "<title>3</title>" in shown.stdout
