// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the search form when a filter or the order changes: the very GET request the button sends.
// Without scripts the button does the same. On a narrow screen, where the filters cover the results,
// several can be chosen before the button is pressed.

const SEARCH_FORM = "szukanie";
const FOCUS_KEY = "wespol.focus";
const FILTERS_BESIDE_RESULTS = "(min-width: 60em)";

export function submitSearchOnChange(): void {
  const form = document.getElementById(SEARCH_FORM);
  if (!(form instanceof HTMLFormElement)) return;

  restoreFocus();
  form.addEventListener("submit", () => {
    leaveOutStaleFields(form);
    leaveOutEmptyFields(form);
  });
  // Back must find the fields as they were.
  window.addEventListener("pageshow", () => restoreFields(form));

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!isFormField(field) || field.form !== form || !answersAtOnce(field)) return;
    rememberFocus(field);
    form.requestSubmit();
  });
}

type FormField = HTMLInputElement | HTMLSelectElement;

function isFormField(target: EventTarget | null): target is FormField {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function answersAtOnce(field: FormField): boolean {
  if (field instanceof HTMLSelectElement) return true;
  return field.type === "checkbox" && window.matchMedia(FILTERS_BESIDE_RESULTS).matches;
}

/** What was switched off for the words that stood there before means nothing for other words. */
function leaveOutStaleFields(form: HTMLFormElement): void {
  const words = form.elements.namedItem("q");
  if (!(words instanceof HTMLInputElement) || words.value === words.defaultValue) return;
  for (const field of form.elements)
    if (isFormField(field) && "ofWords" in field.dataset) field.disabled = true;
}

/** "q=catering" and not "q=catering&na-dzien=". */
function leaveOutEmptyFields(form: HTMLFormElement): void {
  for (const field of form.elements)
    if (isFormField(field) && field.value === "") field.disabled = true;
}

function restoreFields(form: HTMLFormElement): void {
  for (const field of form.elements) if (isFormField(field)) field.disabled = false;
}

/** The page comes anew; whoever works by keyboard goes on where they were. */
function rememberFocus(field: FormField): void {
  sessionStorage.setItem(FOCUS_KEY, JSON.stringify({ id: field.id, scroll: window.scrollY }));
}

function restoreFocus(): void {
  const remembered = sessionStorage.getItem(FOCUS_KEY);
  if (!remembered) return;
  sessionStorage.removeItem(FOCUS_KEY);
  const { id, scroll } = JSON.parse(remembered) as { id: string; scroll: number };
  const field = document.getElementById(id);
  field?.closest("details")?.setAttribute("open", "");
  field?.focus({ preventScroll: true });
  window.scrollTo({ top: scroll });
}
