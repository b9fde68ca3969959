// SPDX-License-Identifier: GPL-3.0-or-later
// The search form: its fields stand in the header and among the filters. What it asks for, the very
// address the button without scripts leads to.

const SEARCH_FORM = "szukanie";

export type FormField = HTMLInputElement | HTMLSelectElement;

export function searchForm(page: Document = document): HTMLFormElement | null {
  const form = page.getElementById(SEARCH_FORM);
  return form instanceof HTMLFormElement ? form : null;
}

export function isFormField(target: EventTarget | null): target is FormField {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** Without empty fields: "q=catering" and not "q=catering&na-dzien=". */
export function addressOf(form: HTMLFormElement): URL {
  const stale = staleFields(form).map((field) => field.name);
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value !== "" && typeof value === "string" && !stale.includes(name)) address.searchParams.append(name, value);
  return address;
}

/** The same for a form that the browser sends itself. Back must find the fields as they were. */
export function sendLittle(form: HTMLFormElement): void {
  form.addEventListener("submit", () => {
    for (const field of staleFields(form)) field.disabled = true;
    for (const field of form.elements) if (isFormField(field) && field.value === "") field.disabled = true;
  });
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) if (isFormField(field)) field.disabled = false;
  });
}

/** What was switched off for the words that stood there before means nothing for other words. */
function staleFields(form: HTMLFormElement): FormField[] {
  const words = form.elements.namedItem("q");
  if (!(words instanceof HTMLInputElement) || words.value === words.defaultValue) return [];
  return Array.from(form.elements).filter((field): field is FormField => isFormField(field) && "ofWords" in field.dataset);
}
