// SPDX-License-Identifier: GPL-3.0-or-later
// A box over each long facet that leaves only the values with the letters typed, whatever their
// diacritics. Hides and shows, chooses nothing; what is chosen never hides.

export function filterFacets(): void {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches("[data-facet-filter]")) narrow(target);
  });
  document.addEventListener("keydown", (event) => {
    const box = event.target;
    if (event.key !== "Escape" || !(box instanceof HTMLInputElement) || !box.matches("[data-facet-filter]")) return;
    box.value = "";
    narrow(box);
  });
}

export function showFacetFilters(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".facet__filter")) box.hidden = false;
}

function narrow(box: HTMLInputElement): void {
  const facet = box.closest(".facet");
  const wanted = folded(box.value.trim());
  for (const option of facet?.querySelectorAll<HTMLElement>(".option") ?? []) {
    const isChosen = option.matches(".option--read") || option.querySelector<HTMLInputElement>("input")?.checked;
    option.hidden = !isChosen && !folded(option.querySelector(".option__label")?.textContent ?? "").includes(wanted);
  }
  const more = facet?.querySelector<HTMLDetailsElement>(".facet__more");
  if (!more) return;
  more.dataset.wasOpen ??= String(more.open);
  more.open = wanted !== "" || more.dataset.wasOpen === "true";
  if (wanted === "") delete more.dataset.wasOpen;
}

/** "Łódź" as "lodz": ł is a letter of its own, not one with a sign. */
function folded(text: string): string {
  return text.toLowerCase().replace(/ł/g, "l").normalize("NFD").replace(/\p{M}/gu, "");
}
