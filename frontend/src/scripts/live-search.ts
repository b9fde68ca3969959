// SPDX-License-Identifier: GPL-3.0-or-later
// Results that follow the filters: when one changes, the page of the new search is fetched and its
// results take the place of those shown, facets and counts with them. A newer choice aborts the
// older one, the count is told politely, the address and Back are those of plain pages; what cannot
// be fetched is gone to. On a narrow screen, where the filters cover the results, several can be
// chosen before the button is pressed.
import { addressOf, isFormField, searchForm, type FormField, sendLittle } from "./search-form";

const RESULTS = "wyniki";
const FILTERS_BESIDE_RESULTS = "(min-width: 60em)";

/** What of a page follows from its search, beside the results. */
const ALSO_LIVE = [".languages"];

/** `afterUpdate`: called whenever other results are there. */
export function followFilters(afterUpdate: () => void): void {
  const form = searchForm();
  if (!form) return;
  sendLittle(form);
  if (document.getElementById(RESULTS)) new LiveResults(form, afterUpdate);
}

class LiveResults {
  private readonly status = document.createElement("div");
  private request: AbortController | null = null;
  private shown = hereWithoutHash();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly afterUpdate: () => void,
  ) {
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    document.querySelector("main")?.append(this.status);
    document.addEventListener("change", ({ target }) => {
      if (isFormField(target) && target.form === form && answersAtOnce(target)) void this.go(addressOf(form).href);
    });
    window.addEventListener("popstate", () => {
      // A step within the page, to the filters and back, is none of ours.
      if (hereWithoutHash() !== this.shown) void this.go(location.href, "back");
    });
  }

  private async go(address: string, way: "forward" | "back" = "forward"): Promise<void> {
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    // The same count again is told again.
    this.status.textContent = "";
    document.getElementById(RESULTS)?.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: request.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (request.signal.aborted) return;
      const results = page.getElementById(RESULTS);
      if (!answer.ok || !results) return location.assign(address);
      if (way === "forward") history.pushState(null, "", address);
      this.shown = hereWithoutHash();
      this.show(page, results, way);
    } catch {
      // Aborted, or no network: then the browser tells so in its own words.
      if (!request.signal.aborted) location.assign(address);
    }
  }

  private show(page: Document, results: HTMLElement, way: "forward" | "back"): void {
    const place = placeOfFocus();
    const facets = facetStates();
    document.title = page.title;
    document.getElementById(RESULTS)?.replaceWith(document.adoptNode(results));
    for (const selector of ALSO_LIVE) {
      const fresh = page.querySelector(selector);
      if (fresh) document.querySelector(selector)?.replaceWith(document.adoptNode(fresh));
    }
    this.takeOver(page, way);
    restoreFacets(facets);
    focusAgain(place);
    this.status.textContent = results.querySelector("h1")?.textContent ?? "";
    this.afterUpdate();
  }

  /** The form's own fields in the header: what it keeps hidden, and the words it asked for. */
  private takeOver(page: Document, way: "forward" | "back"): void {
    const fresh = searchForm(page);
    const hidden = (form: Element | null) => Array.from(form?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? []);
    for (const field of hidden(this.form)) field.remove();
    this.form.append(...hidden(fresh).map((field) => document.adoptNode(field)));
    const words = this.form.elements.namedItem("q");
    const asked = fresh?.querySelector<HTMLInputElement>("[name=q]")?.value ?? "";
    if (!(words instanceof HTMLInputElement)) return;
    words.defaultValue = asked;
    if (way === "back") words.value = asked;
  }
}

function hereWithoutHash(): string {
  return location.pathname + location.search;
}

function answersAtOnce(field: FormField): boolean {
  if (field instanceof HTMLSelectElement) return true;
  return field.type === "checkbox" && window.matchMedia(FILTERS_BESIDE_RESULTS).matches;
}

// ---- what the one who works with the page had in hand ------------------------------------------

/** How a facet was left: which of its parts stood open, and what was typed to find a value. */
interface FacetState {
  folds: boolean[];
  wanted: string;
}

function partsOf(facet: Element) {
  return { folds: Array.from(facet.querySelectorAll("details")), box: facet.querySelector<HTMLInputElement>("[data-facet-filter]") };
}

function facetStates(): Map<string, FacetState> {
  const states = new Map<string, FacetState>();
  for (const facet of document.querySelectorAll<HTMLElement>("[data-facet]")) {
    const { folds, box } = partsOf(facet);
    states.set(facet.dataset.facet ?? "", { folds: folds.map(({ open }) => open), wanted: box?.value ?? "" });
  }
  return states;
}

function restoreFacets(states: Map<string, FacetState>): void {
  for (const facet of document.querySelectorAll<HTMLElement>("[data-facet]")) {
    const { folds, box } = partsOf(facet);
    const before = states.get(facet.dataset.facet ?? "");
    folds.forEach((fold, index) => (fold.open = before?.folds[index] ?? fold.open));
    if (!box || !before?.wanted) continue;
    box.value = before.wanted;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function placeOfFocus(): string {
  const focused = document.activeElement;
  return focused && document.getElementById(RESULTS)?.contains(focused) ? focused.id : "";
}

/** Chosen values come to the top: the field is looked for where it is now. */
function focusAgain(id: string): void {
  const field = id ? document.getElementById(id) : null;
  if (!field) return;
  for (let fold = field.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "nearest" });
}
