// A list of passages whose buttons say which was pressed. The HTML is made and escaped by passages.py.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".ql-evidence");
  if (root.shown !== data.html) {
    const held = root.contains(document.activeElement) ? document.activeElement.dataset : null;
    root.shown = data.html;
    root.innerHTML = data.html;
    // Whoever works by keys goes on where they were.
    if (held) {
      const there = root.querySelectorAll(`[data-row="${CSS.escape(held.row)}"]:enabled`);
      ([...there].find((button) => button.dataset.act === held.act) ?? there[0])?.focus({ preventScroll: true });
    }
  }
  root.onclick = (event) => {
    const button = event.target.closest("button[data-act]");
    if (button && !button.disabled) setTriggerValue("act", { row: Number(button.dataset.row), act: button.dataset.act });
  };
}
