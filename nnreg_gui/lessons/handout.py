"""The handout of a lesson: one HTML file that needs nothing else, to be read in any browser and printed on A4."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import date
from html import escape

from nnreg_gui.lessons.handout_figures import Axis, curve_plot, number_line, votes_bar
from nnreg_gui.lessons.handout_words import words_in
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion, NumberQuestion
from nnreg_gui.lessons.record import DoneStep, Record

# Nothing may be loaded or run, whatever a lesson's file says: the handout goes to students.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
# A picture leaves room for two steps on a page.
_STYLE = """
@page { size: A4; margin: 16mm 18mm; }
body { max-width: 174mm; margin: 0 auto; padding: 0 1em; color: #000; background: #fff;
  font: 10.5pt/1.4 "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; }
h1 { font-size: 20pt; line-height: 1.2; margin: 1em 0 0.2em; }
h2 { font-size: 13pt; line-height: 1.25; margin: 0 0 0.2em; }
p { margin: 0.4em 0; }
.step { border-top: 0.5pt solid #000; margin-top: 1.4em; padding-top: 0.7em; break-inside: avoid; }
.slide, .date, .legend, .replayed, small { font-size: 9pt; color: #444; }
.question { font-weight: bold; }
.said { font-size: 12pt; border-left: 2.5pt solid #000; padding-left: 0.7em; margin: 0.8em 0; }
table { border-collapse: collapse; width: 100%; margin: 0.4em 0; }
th { width: 48%; text-align: left; font-weight: normal; padding: 0.2em 1em 0.2em 0; }
th small { display: block; }
td { vertical-align: middle; padding: 0.2em 0; }
td + td { width: 20%; padding-left: 0.8em; white-space: nowrap; }
.right th, .right td { font-weight: bold; }
.right small { font-weight: normal; }
.bar { display: block; width: 100%; height: 10pt; margin: 2pt 0; }
.drawing { display: block; width: 100%; max-width: 142mm; margin: 0.4em 0; }
.drawing text { font: 13px "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; fill: #000; }
.dark { fill: #000; } .middle { fill: #888; } .light { fill: #ccc; }
.axis { stroke: #000; fill: none; }
.guessed { stroke: #000; fill: #fff; } .true { fill: #000; }
.between { fill: #ddd; }
.dashed, .solid { fill: none; stroke: #000; stroke-width: 2.2; stroke-linejoin: round; }
.dashed { stroke-dasharray: 7 4; }
img { display: block; max-width: 100%; max-height: 72mm; margin: 0.8em 0 0.5em; border: 0.5pt solid #999; }
code { font: 9pt/1.4 "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; overflow-wrap: anywhere; }
@media print { body { padding: 0; } h1 { margin-top: 0; } }
"""


def handout(record: Record, language: str, day: date | None = None) -> str:
    """Return the handout of what has been done of a lesson so far, as the text of an HTML file.

    Args:
        record: what has happened in the lesson.
        language: that of the texts, such as "cs"; English where a text has none.
        day: when the lesson was held; today if not given.
    """
    lesson, words = record.lesson, words_in(language)
    title = escape(lesson.title[language])
    about = lesson.about[language]
    done = [record.done[step.id] for step in lesson.steps if step.id in record.done]
    when = words["date"].format(day=day or date.today())
    how_far = words["steps"].format(done=len(done), all=len(lesson.steps))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{title}</h1>",
        _paragraph(about),
        _paragraph(f"{when} · {how_far}", "date"),
        _paragraph(words["paste"] if any(one.experiment for one in done) else ""),
        *(_step(one, lesson.place(one.step.id) + 1, record, language) for one in done),
        _paragraph("" if done else words["nothing"]),
        "</body>\n</html>\n",
    ]
    return _lines(parts)


def _step(done: DoneStep, number: int, record: Record, language: str) -> str:
    step, words = done.step, words_in(language)
    title = step.title[language]
    parts = [
        f'<section class="step">\n<h2>{number}. {escape(title)}</h2>',
        _paragraph(words["slide"].format(step.slide) if step.slide else "", "slide"),
        _paragraph(step.text[language]),
        _answered(done, record, language),
        _paragraph(done.said[language], "said"),
    ]
    if done.picture:
        content, meaning = b64encode(done.picture).decode(), escape(words["picture"].format(title))
        parts.append(f'<img src="data:image/png;base64,{content}" alt="{meaning}">')
    parts.append(_paragraph(words["replayed"] if done.replayed else "", "replayed"))
    if done.experiment:
        parts.append(f"<p>{escape(words['experiment'])} <code>{escape(done.experiment)}</code></p>")
    return _lines([*parts, "</section>"])


def _answered(done: DoneStep, record: Record, language: str) -> str:
    """Return the question of a step, and below it what was guessed beside what came out; "" if nothing was asked."""
    question, words = done.step.question, words_in(language)
    match question:
        case None:
            return ""
        case ChoiceQuestion():
            answered = _choices(question, done, record, language)
        case NumberQuestion():
            guess = done.guess.number if done.guess else None
            answered = number_line(question.low, question.high, guess, done.outcome.number, question.unit, language)
        case CurveQuestion():
            answered = _curves(question, done, language)
    skipped = words["skipped"] if done.guess is None else ""
    return _lines([_paragraph(question.text[language], "question"), _paragraph(skipped), answered])


def _choices(question: ChoiceQuestion, done: DoneStep, record: Record, language: str) -> str:
    """Return the choices with the hands that were counted, and those of the earlier question that is asked again."""
    words, count = words_in(language), len(question.choices)
    votes, earlier = _votes(done, count), _votes(record.done.get(question.again), count)
    right = done.outcome.right or (False,) * count
    most = max(*votes, *earlier, 0)
    parts = ["<table>"]
    for choice, is_right, now, before in zip(question.choices, right, votes, earlier, strict=False):
        kind, mark = (' class="right"', f" ✓ {words['right']}") if is_right else ("", "")
        bars, counts = [], []
        if any(votes):
            bars.append(votes_bar(now, most, "dark" if is_right else "middle"))
            counts.append(str(now))
        if any(earlier):
            bars.append(votes_bar(before, most, "light"))
            counts.append(f"<small>{escape(words['earlier'].format(before))}</small>")
        text, reveals = (one[language] for one in (choice.text, choice.reveals))
        below = f"<small>{escape(reveals)}</small>" if reveals else ""
        parts.append(f"<tr{kind}><th>{escape(text + mark)}{below}</th>")
        parts.append(f"<td>{''.join(bars)}</td><td>{'<br>'.join(counts)}</td></tr>")
    return _lines([*parts, "</table>"])


def _curves(question: CurveQuestion, done: DoneStep, language: str) -> str:
    words, guess = words_in(language), done.guess.curve if done.guess else ()
    if question.run:
        last = max((x for x, _ in (*guess, *done.outcome.curve)), default=1.0)
        across = Axis(0, last, words["epoch"])
        upright = Axis(question.low, question.high, words.get(question.quantity, ""))
    else:
        labels = tuple((float(place), label) for place, (label, _) in enumerate(question.points))
        across = Axis(0, len(labels) - 1, question.axis[language], labels)
        upright = Axis(question.low, question.high, "")
    drawn = curve_plot(guess, done.outcome.curve, across, upright, question.unit, language)
    return _lines([drawn, _paragraph(words["legend"] if guess else "", "legend")])


def _votes(done: DoneStep | None, count: int) -> tuple[int, ...]:
    votes = done.guess.votes if done and done.guess else ()
    return (*votes, *(0,) * count)[:count]


def _paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph of plain text; "" if there is no text."""
    if not text:
        return ""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(filter(None, parts))
