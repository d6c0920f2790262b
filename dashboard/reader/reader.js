// The article reader: choose a statement or hedge by mouse or keys, mark words, print. The HTML is made and escaped by
// article_html.py; nothing from the article is put together here.
const HEADER = 76;
const GAP = 16;
const BUSY = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";

// The badge to step to: from what is chosen, a hedge or a sentence too, to the statement before or after it.
function neighbour(root, by) {
  const badges = [...root.querySelectorAll(".ql-badge[data-s]")];
  const at = badges.findIndex((badge) => badge.dataset.s === root.dataset.chosen);
  if (at >= 0) return badges[Math.min(Math.max(at + by, 0), badges.length - 1)];
  const [from] = partsOf(root, root.dataset.chosen);
  const before = (badge) => badge.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING;
  const passed = from ? badges.filter(before).length : by > 0 ? 0 : badges.length;
  return badges[Math.min(Math.max(by > 0 ? passed : passed - 1, 0), badges.length - 1)];
}

function partsOf(root, name) {
  if (!name) return [];
  const own = CSS.escape(name);
  return [...root.querySelectorAll(`[data-in~="${own}"], [data-s="${own}"]`)];
}

function choose(root, name) {
  root.querySelectorAll(".ql-chosen").forEach((element) => element.classList.remove("ql-chosen"));
  root.dataset.chosen = name;
  partsOf(root, name).forEach((element) => element.classList.add("ql-chosen"));
}

// The panel where it lies over the page, as it does in narrow windows.
function sheet() {
  const panel = document.querySelector(".st-key-pruefung");
  return panel && getComputedStyle(panel).position === "fixed" ? panel : null;
}

// Bring what is chosen, whole or at least its beginning, into the part of the window that nothing covers.
function reveal(root, centred) {
  const parts = partsOf(root, root.dataset.chosen).filter((part) => !part.matches(".ql-margin"));
  const area = document.querySelector("[data-testid=stMain]");
  if (!parts.length || !area) return;
  const rectangles = parts.map((part) => part.getBoundingClientRect());
  const top = Math.min(...rectangles.map((one) => one.top));
  const bottom = Math.max(...rectangles.map((one) => one.bottom));
  const first = HEADER;
  const last = innerHeight - (sheet()?.offsetHeight ?? 0) - GAP;
  const fits = bottom - top < last - first;
  let by = 0;
  if (!fits) by = top - first;
  else if (centred) by = (top + bottom - first - last) / 2;
  else if (top < first) by = top - first;
  else if (bottom > last) by = bottom - last;
  if (by) area.scrollBy({ top: by, behavior: "smooth" });
}

// What is shown stands in the address, without a step back for each statement that was looked at.
function tellAddress(page, article, name) {
  if (!page || !location.pathname.endsWith(`/${page}`)) return;
  const url = new URL(location.href);
  url.searchParams.set("artikel", article);
  if (name) url.searchParams.set("stelle", name.replace(":", "-"));
  else url.searchParams.delete("stelle");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

// Labels at the margin begin beside their statement and move down where one above needs the room; where there is no
// margin they stand in the line.
function spread(root) {
  let free = 0;
  root.querySelectorAll(".ql-margin").forEach((label) => {
    if (getComputedStyle(label).position !== "absolute") return;
    const top = Math.max(label.previousElementSibling.offsetTop - 2, free);
    label.style.top = `${top}px`;
    free = top + label.offsetHeight + 4;
  });
  const text = root.querySelector(".ql-with-margin");
  if (text) text.style.minHeight = free ? `${free}px` : "";
}

// On a narrow screen the panel lies over the page and needs to know its colour and where it begins.
function tellPage() {
  const set = (name, value) => document.documentElement.style.setProperty(name, value);
  const [app, main] = [".stApp", "[data-testid=stMain]"].map((name) => document.querySelector(name));
  if (app) set("--ql-page", getComputedStyle(app).backgroundColor);
  if (main) set("--ql-left", `${Math.max(main.getBoundingClientRect().left, 0)}px`);
}

// Characters as Python counts them: code points, not UTF-16 units.
function place(stretch, node, units, otherwise) {
  const text = stretch.textContent;
  const until = stretch.contains(node) && node.nodeType === Node.TEXT_NODE ? text.slice(0, units) : otherwise ? text : "";
  return Number(stretch.dataset.a) + [...until].length;
}

function marked(root) {
  const selection = root.getRootNode().getSelection?.() ?? document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const touched = [...root.querySelectorAll("[data-a]")].filter((stretch) => range.intersectsNode(stretch));
  if (!touched.length) return null;
  const start = place(touched[0], range.startContainer, range.startOffset, false);
  return [start, place(touched.at(-1), range.endContainer, range.endOffset, true)];
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".ql-reader");
  // Streamlit calls this at every run and ends only the last one: what must be there once is kept at the element.
  const kept = (root.kept ??= { turn: 0, waiting: 0, html: null, height: 0, resized: null });
  kept.setStateValue = setStateValue;
  if (kept.html !== data.html) {
    kept.html = data.html;
    root.querySelector(".ql-article").innerHTML = data.html;
  }
  const keysTold = root.querySelector(".ql-keys");
  if (keysTold.dataset.told !== data.keys) {
    keysTold.dataset.told = data.keys;
    keysTold.innerHTML = data.keys;
  }
  if (root.dataset.article !== data.article) {
    root.dataset.article = data.article;
    // The list from which the article was chosen lets go of the keys.
    const list = document.activeElement;
    if (list?.matches("[role=combobox][aria-expanded=false]")) list.blur();
  }
  root.classList.toggle("ql-dark", data.dark);
  // An answer to an older choice than the last one here says nothing new.
  const current = data.turn >= kept.turn;
  const moved = current && root.dataset.chosen !== data.chosen;
  if (current) kept.turn = data.turn;
  choose(root, current ? data.chosen : root.dataset.chosen);
  tellAddress(data.page, data.article, root.dataset.chosen);
  spread(root);
  tellPage();
  if (moved) reveal(root, true);
  const pick = (name, stepped) => {
    choose(root, name);
    if (stepped || sheet()) reveal(root, stepped);
    document.querySelector(".st-key-pruefung")?.scrollTo(0, 0);
    tellAddress(data.page, data.article, name);
    const turn = ++kept.turn;
    clearTimeout(kept.waiting);
    kept.waiting = setTimeout(() => kept.setStateValue("chosen", { name, turn }), 200);
  };
  root.onclick = (event) => {
    if (event.target.closest(".ql-print")) return window.print();
    if (marked(root)) return undefined;
    const thing = event.target.closest("[data-s], [data-in]");
    if (thing) pick(thing.dataset.s ?? thing.dataset.in.split(" ").at(-1), false);
    return undefined;
  };
  const mark = () => {
    const span = marked(root);
    if (span && span[1] > span[0]) setTriggerValue("marked", span);
  };
  root.onmouseup = mark;
  root.ontouchend = () => setTimeout(mark, 50);
  root.onkeydown = (event) => {
    const badge = event.target.closest?.(".ql-badge");
    if (badge && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      pick(badge.dataset.s, false);
    }
  };
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(BUSY)) return;
    const by = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || (event.key.startsWith("Arrow") && !root.contains(event.target) && event.target !== document.body)) return;
    const next = neighbour(root, by);
    if (!next) return;
    event.preventDefault();
    pick(next.dataset.s, true);
  };
  // A property holds one listener, however often it is set.
  document.onkeydown = keys;
  kept.resized?.disconnect();
  kept.resized = new ResizeObserver(() => {
    spread(root);
    tellPage();
    const height = sheet()?.offsetHeight ?? 0;
    if (height > kept.height) reveal(root, false);
    kept.height = height;
  });
  kept.resized.observe(root);
  const panel = document.querySelector(".st-key-pruefung");
  if (panel) kept.resized.observe(panel);
  return () => {
    clearTimeout(kept.waiting);
    kept.resized.disconnect();
    if (document.onkeydown === keys) document.onkeydown = null;
  };
}
