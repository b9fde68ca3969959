// SPDX-License-Identifier: GPL-3.0-or-later
// The locator map of the results: draws what the table of places says, circles with numbers on
// plain paper, the operator's borders and tiles under them where there are any. Loaded only with
// the map view. By keyboard every place is reached from its row of the table; the circles are a
// second way for the mouse, so nobody has to tab through a hundred of them.
import * as L from "leaflet/dist/leaflet-src.esm.js";
import { type Circle, type Spot, circlesOf, labelOf } from "./circles";

interface Place extends Spot {
  position: L.LatLng;
  row: HTMLTableRowElement;
}

const FARTHEST_OUT = 6;
const CLOSEST = 14;
const CLOSE_ENOUGH = 11;
const TOWN_WIDTH = 56;
const TOWN_HEIGHT = 24;

/** Null where there is no place to show. */
export async function openLocator(holder: HTMLElement, table: HTMLTableElement): Promise<{ close(): void } | null> {
  const places = placesOf(table);
  if (places.length === 0) return null;
  await loadStyle(holder.dataset.style ?? "");
  const locator = new Locator(holder, places);
  return { close: () => locator.close() };
}

function placesOf(table: HTMLTableElement): Place[] {
  return Array.from(table.querySelectorAll<HTMLTableRowElement>("tr[data-lat]"), (row) => ({
    name: row.querySelector(".places__name")?.textContent ?? "",
    total: Number(row.dataset.count),
    position: L.latLng(Number(row.dataset.lat), Number(row.dataset.lon)),
    at: { x: 0, y: 0 },
    row,
  }));
}

/** The map measures itself by its style, so it has to wait for it. */
function loadStyle(address: string): Promise<void> {
  const known = document.querySelector(`link[rel="stylesheet"][href="${CSS.escape(address)}"]`);
  if (known) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(address)));
    document.head.append(link);
  });
}

class Locator {
  private readonly map: L.Map;
  private readonly circles = L.layerGroup();
  private readonly towns = L.layerGroup();
  /** Where focus goes back to when the bubble closes. */
  private origin: HTMLElement | null = null;

  constructor(
    private readonly holder: HTMLElement,
    private readonly places: Place[],
  ) {
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.map = L.map(holder, {
      zoomControl: false,
      attributionControl: false,
      // The wheel scrolls the page.
      scrollWheelZoom: false,
      minZoom: FARTHEST_OUT,
      maxZoom: CLOSEST,
      zoomSnap: 0.5,
      zoomAnimation: !isCalm,
      fadeAnimation: false,
      markerZoomAnimation: false,
      inertia: !isCalm,
    });
    L.control.zoom({ zoomInTitle: this.text("zoomIn"), zoomOutTitle: this.text("zoomOut") }).addTo(this.map);
    this.layTiles();
    void this.layBorders();
    this.towns.addTo(this.map);
    this.circles.addTo(this.map);
    this.map.on("zoomend", () => this.draw());
    this.map.on("popupclose", () => this.returnFocus());
    this.map.fitBounds(L.latLngBounds(places.map(({ position }) => position)), { maxZoom: CLOSE_ENOUGH, padding: [48, 36] });
    this.draw();

    holder.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.map.closePopup();
    });
    for (const place of places) this.offerRow(place);
  }

  close(): void {
    this.origin = null;
    this.map.remove();
  }

  private text(name: "zoomIn" | "zoomOut" | "close"): string {
    return this.holder.dataset[name] ?? "";
  }

  private layTiles(): void {
    const { tiles, attribution } = this.holder.dataset;
    if (!tiles) return;
    L.tileLayer(tiles, { minZoom: FARTHEST_OUT, maxZoom: CLOSEST }).addTo(this.map);
    // The library takes HTML; what the operator wrote is text.
    const credit = document.createElement("span");
    credit.textContent = attribution ?? "";
    L.control.attribution({ prefix: false }).addAttribution(credit.innerHTML).addTo(this.map);
  }

  private async layBorders(): Promise<void> {
    const address = this.holder.dataset.borders;
    if (!address) return;
    const answer = await fetch(address);
    if (!answer.ok) return;
    const borders = (await answer.json()) as Parameters<typeof L.geoJSON>[0];
    L.geoJSON(borders, { interactive: false, style: { className: "locator__border" } }).addTo(this.map);
  }

  private draw(): void {
    for (const place of this.places) place.at = this.map.project(place.position);
    const drawn = circlesOf(this.places);
    this.circles.clearLayers();
    for (const circle of drawn) this.drawCircle(circle);
    this.drawTowns(drawn);
  }

  private drawCircle(circle: Circle<Place>): void {
    const [greatest] = circle.spots;
    if (!greatest) return;
    const face = document.createElement("div");
    face.append(part("locator__number", String(circle.total)));
    if (circle.labelSide) face.append(part(`locator__name locator__name--${circle.labelSide}`, labelOf(circle)));
    const side = 2 * circle.radius;
    const icon = L.divIcon({ className: "locator__circle", html: face, iconSize: [side, side] });
    // Not for the keyboard, which has the table.
    const title = `${labelOf({ ...circle, labelSide: null })}: ${circle.total}`;
    const marker = L.marker(greatest.position, { icon, title, keyboard: false, riseOnHover: true, zIndexOffset: circle.total });
    marker.on("click", () => {
      if (circle.spots.length === 1) this.show(greatest, this.holder);
      else if (this.map.getZoom() < CLOSEST) this.zoomTo(circle);
      else this.show(greatest, this.holder);
    });
    this.circles.addLayer(marker);
  }

  private zoomTo(circle: Circle<Place>): void {
    const bounds = L.latLngBounds(circle.spots.map(({ position }) => position));
    const closer = Math.max(this.map.getZoom() + 1, this.map.getBoundsZoom(bounds.pad(0.3)));
    this.map.setView(bounds.getCenter(), Math.min(closer, CLOSEST));
  }

  /** Seats of counties, to know one's way about; those that have a circle are named by it. */
  private drawTowns(drawn: Circle<Place>[]): void {
    this.towns.clearLayers();
    if (this.holder.dataset.tiles) return;
    const towns = JSON.parse(this.holder.dataset.towns ?? "[]") as [string, number, number][];
    const named: L.Point[] = [];
    for (const [name, lat, lon] of towns) {
      const at = this.map.project([lat, lon]);
      const isCovered = drawn.some((circle) => isBeside(at, circle.at, circle.radius)) || named.some((other) => isBeside(at, other, 0));
      if (isCovered) continue;
      named.push(at);
      const icon = L.divIcon({ className: "locator__town", html: part("locator__town-name", name), iconSize: [8, 8] });
      this.towns.addLayer(L.marker([lat, lon], { icon, keyboard: false, interactive: false }));
    }
  }

  private offerRow(place: Place): void {
    const button = place.row.querySelector<HTMLButtonElement>(".places__show");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      this.holder.scrollIntoView({ block: "center" });
      this.show(place, button);
    });
  }

  /** What the bubble says is what the row says. */
  private show(place: Place, origin: HTMLElement): void {
    const card = document.createElement("div");
    card.className = "locator__card";
    card.tabIndex = -1;
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", `${place.name}: ${place.total}`);
    const heading = part("locator__card-name", place.name, "p");
    const link = place.row.querySelector<HTMLElement>("td a");
    heading.append(": ", link ? copyOf(link) : String(place.total));
    card.append(heading);
    const who = place.row.querySelector<HTMLElement>(".places__who");
    if (who) card.append(copyOf(who));
    const close = part("button button--quiet locator__close", this.text("close"), "button") as HTMLButtonElement;
    close.type = "button";
    close.addEventListener("click", () => this.map.closePopup());
    card.append(close);

    this.map.closePopup();
    if (this.map.getZoom() < CLOSE_ENOUGH - 2 && origin !== this.holder) this.map.setView(place.position, CLOSE_ENOUGH - 2, { animate: false });
    L.popup({ closeButton: false, autoPanPadding: [12, 12], minWidth: 180, maxWidth: 280, className: "locator__bubble" })
      .setLatLng(place.position)
      .setContent(card)
      .openOn(this.map);
    this.origin = origin;
    card.focus({ preventScroll: true });
  }

  private returnFocus(): void {
    const hadFocus = this.holder.contains(document.activeElement) || document.activeElement === document.body;
    if (hadFocus) this.origin?.focus({ preventScroll: true });
    this.origin = null;
  }
}

/** So near that the name of a town would run into it. */
function isBeside(town: L.Point, other: { x: number; y: number }, radius: number): boolean {
  return Math.abs(town.x - other.x) < radius + TOWN_WIDTH && Math.abs(town.y - other.y) < radius + TOWN_HEIGHT;
}

function copyOf(element: HTMLElement): Node {
  return element.cloneNode(true);
}

function part(className: string, text: string, tag = "span"): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
