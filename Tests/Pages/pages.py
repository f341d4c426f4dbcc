"""Opens the pages of Tests/Golden in Debian's Chromium, on a phone, a tablet and a desktop, light and dark, and on paper.

Told as a fault: a page that is wider than its window, a word that breaks by letter, what axe-core finds (contrast, headings, tables,
names), and what a page of paper cuts off. With a folder as an argument, pictures and PDF files are kept there to be looked at.

    python Tests/Pages/pages.py [FOLDER]
"""

import asyncio
import pathlib
import subprocess
import sys

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import async_playwright

GOLDEN = pathlib.Path(__file__).resolve().parent.parent / "Golden"
PAGES = {
    "report-fr": GOLDEN / "report-fr.html",
    "report-en": GOLDEN / "report-en.html",
    "submissions-fr": GOLDEN / "commands/submissions-fr.html",
    "harmonise-fr": GOLDEN / "commands/harmonise-fr.html",
    "evaluate": GOLDEN / "commands/evaluate.html",
    "evaluate-fr": GOLDEN / "commands/evaluate-fr.html",
}
WIDTHS = {"phone": 360, "tablet": 820, "desktop": 1280}
# What the first page of paper must show.
FIRST_PAGE = {
    "report-fr": ["Ce qui ferait monter l'indicateur"],
    "report-en": ["What would raise the indicator"],
}

# A word that stands on several lines though it has no hyphen or slash to break at.
BROKEN_WORDS = """() => {
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    // Headings that only a reader of the page hears have a box of one pixel; an address has no words.
    if (node.parentElement.closest(".stacked thead, .hidden, .address")) continue;
    for (const match of node.data.matchAll(/\\p{L}{2,}/gu)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const lines = new Set([...range.getClientRects()].filter(r => r.width > 0).map(r => Math.round(r.top)));
      const style = getComputedStyle(node.parentElement);
      if (lines.size > 1 && style.writingMode === "horizontal-tb" && style.hyphens !== "auto") broken.push(match[0]);
    }
  }
  return broken;
}"""


async def look(browser, name, path, width, scheme, folder):
    faults = []
    page = await browser.new_page(
        viewport={"width": WIDTHS[width], "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    await page.goto(path.as_uri())
    wide = await page.evaluate("document.documentElement.scrollWidth")
    if wide > WIDTHS[width]:
        faults.append(f"it is {wide} wide in a window of {WIDTHS[width]}")
    broken = await page.evaluate(BROKEN_WORDS)
    if broken:
        faults.append(f"words broken by letter: {', '.join(broken[:8])}")
    results = await Axe().run(page)
    for violation in results.response["violations"]:
        nodes = [node["html"][:120] for node in violation["nodes"][:3]]
        faults.append(f"axe: {violation['id']}: {violation['help']}: {nodes}")
    if folder:
        await page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
    await page.close()
    return [f"{name}, {width}, {scheme}: {fault}" for fault in faults]


async def print_page(browser, name, path, folder):
    faults = []
    page = await browser.new_page()
    await page.goto(path.as_uri())
    file = folder / f"{name}.pdf"
    await page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    # On paper nothing scrolls: what is wider than its box is cut.
    await page.emulate_media(media="print")
    await page.set_viewport_size({"width": 720 if "report" in name else 980, "height": 1000})
    cut = await page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1)"
        ".map(e => `${e.getAttribute('aria-label')} ${e.scrollWidth} > ${e.clientWidth}`)"
    )
    if cut:
        faults.append(f"cut off: {', '.join(cut)}")
    await page.close()
    text = subprocess.run(["pdftotext", "-f", "1", "-l", "1", file, "-"], capture_output=True, text=True, check=True).stdout
    flat = " ".join(text.replace("\u2019", "'").replace("\u00a0", " ").split())
    for words in FIRST_PAGE.get(name, []):
        if words not in flat:
            faults.append(f"« {words} » is not on its first page")
    return [f"{name}, paper: {fault}" for fault in faults]


async def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    paper = folder or pathlib.Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    faults = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, path in PAGES.items():
            for width in WIDTHS:
                for scheme in ("light", "dark"):
                    faults += await look(browser, name, path, width, scheme, folder)
            faults += await print_page(browser, name, path, paper)
        await browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(PAGES)} pages, {len(WIDTHS)} widths, light and dark, and paper: {len(faults)} faults")
    return 1 if faults else 0


sys.exit(asyncio.run(main()))
