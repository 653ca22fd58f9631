"""A lesson as a file gives one, with questions of all kinds and texts as long as they may be."""

from pathlib import Path

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lessons.lesson import Choice, ChoiceQuestion, CurveQuestion, Lesson, LessonQuestion, NumberQuestion, Step

CHOICE = ChoiceQuestion(
    Words(
        en="Training accuracy has reached 100 %. Is this a good network?",
        cs="Trénovací přesnost dosáhla 100 %. Je to dobrá síť?",
    ),
    tuple(
        Choice(words, None, Words(en="", cs=""))
        for words in (
            Words(en="Yes: it makes no mistakes", cs="Ano: nedělá chyby"),
            Words(en="No: it has learned them by heart", cs="Ne: naučila se je nazpaměť"),
            Words(en="This alone does not tell", cs="Z toho se to nepozná"),
        )
    ),
)
NUMBER = NumberQuestion(
    Words(en="Of 10,000 new digits, how many will it know?", cs="Kolik z 10 000 nových číslic pozná?"),
    0,
    100,
    1,
    "percent",
    None,  # type: ignore[arg-type]  # nobody asks here what is right
)
CURVE = CurveQuestion(
    Words(en="Draw how validation accuracy will grow with L2.", cs="Nakreslete, jak poroste validační přesnost s L2."),
    "l2",
    "validation_accuracy",
    (),
    Words(en="", cs=""),
    "percent",
    0,
    100,
)

_NOTE = Words(
    en="Let them vote by hands, and say the numbers aloud. Whoever says yes has a point: it makes no mistakes on what "
    "it has seen. Do not give the answer away: the validation curve does that. If nobody votes, ask whether they would "
    "let this network read the postcodes on their letters.",
    cs="Nechte hlasovat zvednutím ruky a počty řekněte nahlas. Kdo říká ano, má kus pravdy: na tom, co viděla, chyby "
    "nedělá. Odpověď neprozrazujte, udělá to validační křivka. Když nikdo nehlasuje, zeptejte se, jestli by "
    "takové síti svěřili čtení směrovacích čísel na svých dopisech.",
)
_TEXT = Words(
    en="Our network has learned 1,000 digits. It recognizes every one of them. We have not shown it any other.",
    cs="Naše síť se naučila 1 000 číslic. Pozná každou z nich. Žádnou jinou jsme jí zatím neukázali.",
)


def lesson(
    title: Words,
    about: Words,
    minutes: int,
    questions: tuple[LessonQuestion | None, ...] = (CHOICE, NUMBER, CURVE, None),
) -> Lesson:
    """Return a lesson with a step for each question."""
    titles = (
        Words(en="A good network?", cs="Dobrá síť?"),
        Words(en="New digits", cs="Nové číslice"),
        Words(en="Does L2 help?", cs="Zabere L2?"),
        Words(en="What have we seen?", cs="Co jsme viděli?"),
    )
    steps = [_step(*pair) for pair in zip(titles, questions, strict=False)]
    return Lesson(Path("lesson.toml"), title, about, minutes, {}, tuple(steps))


def _step(title: Words, question: LessonQuestion | None) -> Step:
    return Step(
        id=title["en"],
        slide="",
        title=title,
        text=_TEXT,
        note=_NOTE,
        page="learning",
        view="",
        settings={},
        runs=(),
        show=(),
        see=False,
        train_page=False,
        question=question,
        seen=None,
        holds=None,
        otherwise=None,
        beside=None,
    )


WHOLE = lesson(
    Words(en="The whole lecture", cs="Celá přednáška"),
    Words(
        en="From the elephant to ensembles, slide by slide: guess first, then watch.",
        cs="Od slona k ensemblům, snímek po snímku: nejdřív hádat, pak se dívat.",
    ),
    45,
)
TEN_MINUTES = lesson(
    Words(en="Ten minutes", cs="Deset minut"),
    Words(
        en="The five strongest questions, for a lecture with little time.",
        cs="Pět nejsilnějších otázek pro přednášku, která nemá čas.",
    ),
    10,
)
AT_HOME = lesson(
    Words(en="At home", cs="Doma"),
    Words(
        en="The same questions for one person, with reasons and exercises.",
        cs="Tytéž otázky pro jednoho, s důvody a s cvičeními.",
    ),
    60,
)
LESSONS = (WHOLE, TEN_MINUTES, AT_HOME)
