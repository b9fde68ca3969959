// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the map of the results where a page has one. The map and its library are a file of their
// own, fetched here and nowhere else; without it the table of places says the same.

let current: { close(): void } | null = null;

export function openResultMap(): void {
  current?.close();
  current = null;
  const holder = document.querySelector<HTMLElement>("[data-locator]");
  const table = document.querySelector<HTMLTableElement>(".places");
  if (!holder || !table) return;
  open(holder, table).catch((error: unknown) => {
    console.error(error);
    holder.closest<HTMLElement>("section")?.setAttribute("hidden", "");
  });
}

async function open(holder: HTMLElement, table: HTMLTableElement): Promise<void> {
  const { openLocator } = await import("./map/locator");
  const opened = await openLocator(holder, table);
  // Other results may have come meanwhile.
  if (holder.isConnected) current = opened;
  else opened?.close();
}
