// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions under the search box: an ARIA combobox over the field of the form, which stays what
// it was. Choosing one goes to its address; Enter without a choice sends the form. Without scripts,
// or when the server does not answer, there are no suggestions and nothing else changes.
import Combobox from "@github/combobox-nav";

const ADDRESS = "/api/v1/suggest";
const PAUSE_MS = 150;
const MIN_LETTERS = 2;

interface Suggestion {
  kind: string;
  kind_label: string;
  label: string;
  detail: string | null;
  url: string;
}

export function suggestWhileTyping(): void {
  const field = document.getElementById("q");
  if (field instanceof HTMLInputElement && field.form) new SuggestionBox(field, field.form);
}

class SuggestionBox {
  private readonly list = document.createElement("div");
  private readonly status = document.createElement("div");
  private readonly combobox: Combobox;
  private pause = 0;
  private request: AbortController | null = null;
  private shownFor = "";

  /** `form` carries the texts as data-suggestions-… */
  constructor(
    private readonly field: HTMLInputElement,
    private readonly form: HTMLFormElement,
  ) {
    this.list.id = "podpowiedzi";
    this.list.className = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.text("label"));
    this.list.hidden = true;
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.list, this.status);

    this.combobox = new Combobox(field, this.list, { tabInsertsSuggestions: false });
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.stop());
    form.addEventListener("submit", () => this.stop());
    window.addEventListener("pagehide", () => this.stop());
    // The field keeps the focus, or the list would be gone before the click.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  private get isOpen(): boolean {
    return !this.list.hidden;
  }

  private text(name: "label" | "count" | "hint" | "none"): string {
    return this.form.getAttribute(`data-suggestions-${name}`) ?? "";
  }

  private typed(): string {
    return this.field.value.trim();
  }

  /** One request for each pause; what is on its way is for text that is no more. */
  private wait(): void {
    this.forget();
    if (this.typed().length < MIN_LETTERS) return this.close();
    this.pause = window.setTimeout(() => void this.ask(this.typed()), PAUSE_MS);
  }

  private forget(): void {
    window.clearTimeout(this.pause);
    this.request?.abort();
    this.request = null;
  }

  private async ask(typed: string): Promise<void> {
    const request = new AbortController();
    this.request = request;
    const query = new URLSearchParams({ q: typed, lang: document.documentElement.lang });
    try {
      const answer = await fetch(`${ADDRESS}?${query}`, { signal: request.signal });
      const { suggestions } = (answer.ok ? await answer.json() : { suggestions: [] }) as { suggestions: Suggestion[] };
      if (!request.signal.aborted) this.show(suggestions, typed);
    } catch {
      // Aborted, or no network: the box works without suggestions.
      if (!request.signal.aborted) this.close();
    }
  }

  private show(suggestions: Suggestion[], typed: string): void {
    const wasOpen = this.isOpen;
    this.close();
    this.list.replaceChildren(...suggestions.map(option));
    this.shownFor = typed;
    if (suggestions.length > 0) this.open();
    else if (wasOpen) this.status.textContent = this.text("none");
  }

  private open(): void {
    this.list.hidden = false;
    this.combobox.start();
    this.status.textContent = `${this.text("count")} ${this.list.childElementCount}. ${this.text("hint")}`;
  }

  private close(): void {
    if (!this.isOpen) return;
    this.combobox.stop();
    this.list.hidden = true;
    this.status.textContent = "";
  }

  private stop(): void {
    this.forget();
    this.close();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape" && this.isOpen) {
      // A browser would also empty the field.
      event.preventDefault();
      this.stop();
    } else if (event.key === "ArrowDown" && !this.isOpen && this.list.firstElementChild && this.shownFor === this.typed()) {
      event.preventDefault();
      this.open();
      this.combobox.navigate(1);
    }
  }
}

/** A link, so that it can be opened in another tab too. */
function option({ kind, kind_label, label, detail, url }: Suggestion, index: number): HTMLElement {
  const link = document.createElement("a");
  link.id = `podpowiedz-${index}`;
  link.className = "suggestion";
  link.href = url;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.dataset.kind = kind;
  const words = part("suggestion__words", "");
  words.append(part("suggestion__label", label));
  if (detail) words.append(" ", part("suggestion__detail", detail));
  link.append(words, " ", part("suggestion__kind", kind_label));
  return link;
}

function part(className: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}
