// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the buttons that print the page: without scripts they could do nothing.
export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
