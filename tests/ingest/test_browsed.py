"""Pages that a text browser set in lines: headings in steps around the text, parts that fold out, and what is left of frames."""

from __future__ import annotations

from pathlib import Path

from cut_files import text_file

PAGE = """\
   [1]Skip to the text

   (BUTTON) Search

   Sign up for our letter. It comes each month and costs nothing at all.

Gallstones: advice for wards

   Most people with gallstones never notice them, and stones that were found
   by chance are left alone. Surgeons are asked about the others, who come
   back with pain in most of the years that follow the first attack.

  On the ward

   Colic passes within hours. Pain that stays for longer, or a fever that
   comes with it, means that the gallbladder is inflamed.

   IFRAME: [2]https://films.example/7

   Ask for a scan of the belly on the day of admission.

    Bloods

     * Bilirubin and lipase are sent on arrival.
     * Cultures are taken from people with a fever above 38.5 degrees.

    Pain

   Diclofenac 75 mg is given once, unless the kidneys are failing or the
   person had an ulcer before.

      On dialysis

   Metamizole 1 g is used in place of diclofenac.

  Surgery

   The gallbladder is taken out within three days of admission, since later
   operations are harder and the stay in hospital is longer.

  Questions

   [+] May people eat before the operation?

   Clear drinks are allowed until two hours before.

   [+] Children

   Children are seen by the team for children on the same day.

   See also
   1. https://wards.example/text
   2. https://films.example/7
"""


def test_headings_in_steps_around_the_text_of_a_browser(tmp_path: Path) -> None:
    document, found = text_file(tmp_path, "page.txt", PAGE)
    assert document.source.title == "Gallstones: advice for wards"
    assert found["Bilirubin and lipase are sent on arrival."].heading_path == ("On the ward", "Bloods")
    assert found["Metamizole 1 g is used in place of diclofenac."].heading_path == ("On the ward", "Pain", "On dialysis")
    assert found["Ask for a scan of the belly on the day of admission."].heading_path == ("On the ward",)
    assert not any("BUTTON" in name or "FRAME" in name for one in found.values() for name in one.heading_path)
    assert not any("Sign up" in text for text in found)


def test_signs_of_parts_that_fold_out_mark_headings(tmp_path: Path) -> None:
    found = text_file(tmp_path, "page.txt", PAGE)[1]
    asked = ("Questions", "May people eat before the operation?")
    assert found["Clear drinks are allowed until two hours before."].heading_path == asked
    assert found["Children are seen by the team for children on the same day."].heading_path == ("Questions", "Children")


PLAIN = """\
GALLSTONES ON THE WARD

Most people with gallstones never notice them, and stones that were found by
chance are left alone. Surgeons are asked about the others, who come back
with pain in most of the years that follow the first attack.

DRUGS

These are held on the ward, and the pharmacy fills the shelf each week when
the round of the ward has ended:

    Diclofenac 75 mg

    Metamizole 1 g

Pain that stays for longer than six hours, or a fever that comes with it,
means that the gallbladder is inflamed and that the surgeon is called.
"""


def test_lines_set_in_below_text_at_the_edge_are_no_headings(tmp_path: Path) -> None:
    found = text_file(tmp_path, "page.txt", PLAIN)[1]
    names = {name for one in found.values() for name in one.heading_path}
    assert not {"Diclofenac 75 mg", "Metamizole 1 g"} & names


def test_sign_of_a_fold_inside_a_paragraph_marks_nothing(tmp_path: Path) -> None:
    said = "[+] Culture: in one of ten\n    of all people who were tested."
    text = PLAIN.replace("Diclofenac 75 mg\n\n    Metamizole 1 g", said)
    found = text_file(tmp_path, "page.txt", text)[1]
    assert not any("Culture" in name for one in found.values() for name in one.heading_path)
