// SPDX-License-Identifier: GPL-3.0-or-later
// Tells how many results are chosen to be compared and stops at as many as fit. The boxes belong to
// a form that works without scripts; nothing is remembered beyond the page.

const FORM = "porownanie";

export function countChosen(): void {
  const form = document.getElementById(FORM);
  const status = form?.querySelector<HTMLElement>("[data-most]");
  if (!(form instanceof HTMLFormElement) || !status) return;

  const most = Number(status.dataset.most);
  const hint = status.textContent ?? "";
  const boxes = Array.from(form.elements).filter(isBox);
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    status.textContent = chosen === 0 ? hint : [`${status.dataset.chosen} ${chosen}.`, chosen >= most ? status.dataset.full : ""].join(" ");
    for (const box of boxes) box.disabled = !box.checked && chosen >= most;
  };
  for (const box of boxes) box.addEventListener("change", show);
  // Back brings the boxes as they were left.
  window.addEventListener("pageshow", show);
}

function isBox(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === "checkbox";
}
