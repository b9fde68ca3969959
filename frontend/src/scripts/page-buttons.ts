// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons that print the page or copy its address: without scripts they could do nothing, so they
// come hidden. Listens on the document, as results come and go.

export function answerButtons(): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.matches("[data-print]")) window.print();
    if (button?.matches("[data-copy]")) void copy(button);
  });
}

export function showButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) button.hidden = false;
  // Browsers lend the clipboard to secure pages only.
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) button.hidden = false;
}

async function copy(button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copy ?? "");
  const status = document.createElement("span");
  status.className = "soft";
  status.setAttribute("role", "status");
  button.after(status);
  status.textContent = button.dataset.copied ?? "";
  window.setTimeout(() => status.remove(), 4000);
}
