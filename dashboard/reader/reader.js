// The article reader: choose a statement or hedge by mouse or keys, mark words, print. The HTML is made and escaped by
// article_html.py; nothing from the article is put together here.
const BUSY = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";

function steps(root) {
  return [...root.querySelectorAll(".ql-badge[data-s]")].map((badge) => badge.dataset.s);
}

function choose(root, name, scroll) {
  root.querySelectorAll(".ql-chosen").forEach((element) => element.classList.remove("ql-chosen"));
  root.dataset.chosen = name;
  if (!name) return;
  const own = CSS.escape(name);
  const parts = root.querySelectorAll(`[data-in~="${own}"], [data-s="${own}"]`);
  parts.forEach((element) => element.classList.add("ql-chosen"));
  if (scroll && parts.length) parts[0].scrollIntoView({ block: "center", behavior: "smooth" });
}

// Labels at the margin begin beside their statement and move down where one above needs the room.
function spread(root) {
  let free = 0;
  root.querySelectorAll(".ql-margin").forEach((label) => {
    const top = Math.max(label.previousElementSibling.offsetTop - 2, free);
    label.style.top = `${top}px`;
    free = top + label.offsetHeight + 4;
  });
  const text = root.querySelector(".ql-with-margin");
  if (text) text.style.minHeight = `${free}px`;
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
  if (root.dataset.html !== data.html) {
    root.dataset.html = data.html;
    root.querySelector(".ql-article").innerHTML = data.html;
  }
  root.querySelector(".ql-keys").innerHTML = data.keys;
  root.classList.toggle("ql-dark", data.dark);
  choose(root, data.chosen, false);
  spread(root);
  tellPage();
  let waiting = 0;
  const tell = (name) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => setStateValue("chosen", name), 200);
  };
  const pick = (name, scroll) => {
    choose(root, name, scroll);
    tell(name);
  };
  const step = (by) => {
    const names = steps(root);
    const at = names.indexOf(root.dataset.chosen);
    const next = at < 0 ? (by > 0 ? 0 : names.length - 1) : Math.min(Math.max(at + by, 0), names.length - 1);
    if (names.length) pick(names[next], true);
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
    event.preventDefault();
    step(by);
  };
  const resized = new ResizeObserver(() => {
    spread(root);
    tellPage();
  });
  document.addEventListener("keydown", keys);
  resized.observe(root);
  return () => {
    document.removeEventListener("keydown", keys);
    resized.disconnect();
  };
}
