// SPDX-License-Identifier: GPL-3.0-or-later
// Tells how many results are chosen to be compared and stops at as many as fit. The boxes belong to
// a form that works without scripts; nothing is remembered beyond the page. Listens on the document,
// as results come and go.

const FORM = "porownanie";

export function countChosen(): void {
  document.addEventListener("change", ({ target }) => {
    // Not target.form.id: the boxes are named "id", and a form shows its fields by their names.
    if (target instanceof HTMLInputElement && target.getAttribute("form") === FORM) show();
  });
  // Back brings the boxes as they were left.
  window.addEventListener("pageshow", show);
}

function show(): void {
  const form = document.getElementById(FORM);
  const status = form?.querySelector<HTMLElement>("[data-most]");
  if (!(form instanceof HTMLFormElement) || !status) return;

  status.dataset.hint ??= status.textContent ?? "";
  const most = Number(status.dataset.most);
  const boxes = Array.from(form.elements).filter(isBox);
  const chosen = boxes.filter((box) => box.checked).length;
  status.textContent = chosen === 0 ? status.dataset.hint : [`${status.dataset.chosen} ${chosen}.`, chosen >= most ? status.dataset.full : ""].join(" ");
  for (const box of boxes) box.disabled = !box.checked && chosen >= most;
}

function isBox(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === "checkbox";
}
