"""Render the lecture's formulas into the SVG files beside this script.

Run it after changing a formula, with the ``dev`` extra installed::

    python resources/formulas/render_formulas.py

The program itself only reads the SVG files. It replaces their colour with the text colour of the palette.
"""

from math import ceil
from pathlib import Path
from xml.etree import ElementTree

import ziamath

PLACEHOLDER_COLOUR = "#123456"
FONT_SIZE = 11 * 96 / 72  # 11 pt in SVG pixels
MARGIN = 1.0  # keeps the antialiased edges inside the picture

# \bigl and \Bigl instead of \left: ziamath builds a delimiter of 2000 px around a \sum with limits.
# \! and \, mend ziamath's spacing around a leading minus, after \partial and before \ln.
_GRADIENT_STEP = r"\frac{\eta}{m}\sum_x\frac{\partial\!C_x}{\partial\!w}"

_PARTS_OF_SLOPES_AND_STEPS = {
    f"{kind}_{one}": latex.replace("*", one)
    for one in "wb"
    for kind, latex in {
        "slope": r"\frac{\partial C}{\partial *} = \frac{\partial C_0}{\partial *}",
        "slope_l2": r"{}+ \frac{\lambda}{n}\,*",
        "slope_l1": r"{}+ \frac{\lambda}{n}\,\mathrm{sgn}(*)",
        "slope_elastic_net": r"{}+ \frac{\lambda_1}{n}\,\mathrm{sgn}(*) + \frac{\lambda_2}{n}\,*",
        "becomes": r"*\,\to\,{}",
        "own": "*",
        "amount": r"{}- \frac{\eta\lambda}{n}\,\mathrm{sgn}(*)",
        "amount_elastic_net": r"{}- \frac{\eta\lambda_1}{n}\,\mathrm{sgn}(*)",
        "descent": r"{}- \frac{\eta}{m}\sum_x\frac{\partial\!C_x}{\partial\!*}",
        "velocity": r"v_*\,\to\,\mu v_* - \frac{\eta}{m}\sum_x\frac{\partial\!C_x}{\partial\!*}",
        "moved": r"{}+ v_*",
    }.items()
} | {
    "factor": r"\Bigl(1-\frac{\eta\lambda}{n}\Bigr)",
    "factor_elastic_net": r"\Bigl(1-\frac{\eta\lambda_2}{n}\Bigr)",
}

_UPDATES = {
    "update_none": rf"w \to w - {_GRADIENT_STEP}",
    "update_l2": rf"w \to \Bigl(1-\frac{{\eta\lambda}}{{n}}\Bigr)\,w - {_GRADIENT_STEP}",
    "update_l1": rf"w \to w - \frac{{\eta\lambda}}{{n}}\,\mathrm{{sgn}}(w) - {_GRADIENT_STEP}",
    # As wide as the panel allows, with less space behind each minus.
    "update_elastic_net": (
        r"w \to \Bigl(1-\!\frac{\eta\lambda_2}{n}\Bigr)w -\!\frac{\eta\lambda_1}{n}\mathrm{sgn}(w)"
        rf" -\!{_GRADIENT_STEP}"
    ),
}

FORMULAS = {
    "cost_cross_entropy": (
        r"\begin{aligned}"
        r"C_0 = {-}\frac{1}{n}\sum_x\sum_j [ & y_j\,\ln a_j^L \\ & + (1-y_j)\,\ln(1-a_j^L) ]"
        r"\end{aligned}"
    ),
    "cost_mean_squared_error": r"C_0 = \frac{1}{2n}\sum_x \|y-a^L\|^2",
    "cost_log_likelihood": (
        r"C_0 = {-}\frac{1}{n}\sum_x\sum_j y_j\,\ln a_j^L,\; a_j^L = \frac{e^{z_j^L}}{\sum_k e^{z_k^L}}"
    ),
    "penalty_none": r"C = C_0",
    "penalty_l2": r"C = C_0 + \frac{\lambda}{2n}\sum_w w^2",
    "penalty_l1": r"C = C_0 + \frac{\lambda}{n}\sum_w |w|",
    "penalty_l2_biases": r"C = C_0 + \frac{\lambda}{2n}\Bigl(\sum_w w^2 + \sum_b b^2\Bigr)",
    "penalty_l1_biases": r"C = C_0 + \frac{\lambda}{n}\Bigl(\sum_w |w| + \sum_b |b|\Bigr)",
    "penalty_elastic_net": r"C = C_0 + \frac{\lambda_1}{n}\sum_w |w| + \frac{\lambda_2}{2n}\sum_w w^2",
    # One sum over weights and biases: four sums are too wide.
    "penalty_elastic_net_biases": (
        r"C = C_0 + \frac{\lambda_1}{n}\sum_{v=w,b} |v| + \frac{\lambda_2}{2n}\sum_{v=w,b} v^2"
    ),
    **_UPDATES,
    **{
        f"{name}_momentum": latex.replace(f" - {_GRADIENT_STEP}", "+ v_w").replace(rf" -\!{_GRADIENT_STEP}", "+ v_w")
        for name, latex in _UPDATES.items()
    },
    # Parts of the lines that are shown large, which are put together on one base line.
    "whole_cross_entropy": r"C = {-}\frac{1}{n}\sum_x\sum_j [ y_j\,\ln a_j^L + (1-y_j)\,\ln(1-a_j^L) ]",
    "whole_log_likelihood": r"C = {-}\frac{1}{n}\sum_x\sum_j y_j\,\ln a_j^L",
    "whole_mean_squared_error": r"C = \frac{1}{2n}\sum_x \|y-a^L\|^2",
    "term_l2": r"{}+ \frac{\lambda}{2n}\sum_w w^2",
    "term_l1": r"{}+ \frac{\lambda}{n}\sum_w |w|",
    "term_l2_biases": r"{}+ \frac{\lambda}{2n}\Bigl(\sum_w w^2 + \sum_b b^2\Bigr)",
    "term_l1_biases": r"{}+ \frac{\lambda}{n}\Bigl(\sum_w |w| + \sum_b |b|\Bigr)",
    "term_elastic_net": r"{}+ \frac{\lambda_1}{n}\sum_w |w| + \frac{\lambda_2}{2n}\sum_w w^2",
    "term_elastic_net_biases": (r"{}+ \frac{\lambda_1}{n}\sum_{v=w,b} |v| + \frac{\lambda_2}{2n}\sum_{v=w,b} v^2"),
    **_PARTS_OF_SLOPES_AND_STEPS,
    "dropout": r"a^l \to \frac{r \odot a^l}{1-p},\; r_j \in \{0,1\},\; P(r_j=0)=p",
}


def render(latex: str) -> str:
    """Return the formula as an SVG document that QtSvg can draw, padded to whole pixels."""
    svg = ziamath.Latex(latex, size=FONT_SIZE, color=PLACEHOLDER_COLOUR, margin=MARGIN).svgxml()
    left, top, exact_width, exact_height = map(float, svg.attrib["viewBox"].split())
    width, height = ceil(exact_width), ceil(exact_height)
    left -= (width - exact_width) / 2
    top -= (height - exact_height) / 2
    svg.attrib.update(width=str(width), height=str(height), viewBox=f"{left:.3f} {top:.3f} {width} {height}")
    return ElementTree.tostring(svg, encoding="unicode")


def main() -> None:
    """Write every formula into its file."""
    ziamath.config.svg2 = False  # QtSvg does not draw SVG 2's <symbol>: only the fraction bars would be left
    for name, latex in FORMULAS.items():
        Path(__file__).with_name(f"{name}.svg").write_text(render(latex) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
