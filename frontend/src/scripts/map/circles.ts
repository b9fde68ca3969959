// SPDX-License-Identifier: GPL-3.0-or-later
// Which places the map shows as one circle at a zoom, and whose name finds room. Pixels only;
// knows nothing of the map library.

export interface Pixel {
  x: number;
  y: number;
}

export interface Spot {
  name: string;
  total: number;
  at: Pixel;
}

/** Places that stand so near to each other that their circles would nearly touch: the greatest first. */
export interface Circle<S extends Spot> {
  spots: S[];
  total: number;
  at: Pixel;
  radius: number;
  /** Null where the name finds no room. */
  labelSide: Side | null;
}

export type Side = "inside" | "below" | "above" | "right" | "left";
const SIDES: Side[] = ["below", "above", "right", "left"];

const LEAST_RADIUS = 13;
const MOST_RADIUS = 34;
const GAP = 6;
const LETTER_WIDTH = 7.2;
const LABEL_HEIGHT = 18;
const SMALL_LETTER_WIDTH = 6.2;
const LEAST_RADIUS_FOR_NAME = 20;

/** The area grows with the number, so that a city does not hide its neighbours. */
export function radiusOf(total: number): number {
  return Math.min(MOST_RADIUS, LEAST_RADIUS + 2.2 * Math.sqrt(total - 1));
}

/** Each circle stands where its greatest place is: zooming in never moves that one. */
export function circlesOf<S extends Spot>(spots: S[]): Circle<S>[] {
  const circles: Circle<S>[] = [];
  for (const spot of [...spots].sort((a, b) => b.total - a.total)) {
    const radius = radiusOf(spot.total);
    const touched = circles.find((circle) => distance(circle.at, spot.at) < circle.radius + radius + GAP);
    if (!touched) {
      circles.push({ spots: [spot], total: spot.total, at: spot.at, radius, labelSide: null });
      continue;
    }
    touched.spots.push(spot);
    touched.total += spot.total;
    touched.radius = radiusOf(touched.total);
  }
  giveLabels(circles);
  return circles;
}

/** The greatest choose first; a name lies on no other name and on no other circle. */
function giveLabels<S extends Spot>(circles: Circle<S>[]): void {
  const taken: { box: Box; of: Circle<S> | null }[] = circles.map((circle) => ({ box: around(circle), of: circle }));
  for (const circle of [...circles].sort((a, b) => b.total - a.total)) {
    if (fitsInside(circle)) {
      circle.labelSide = "inside";
      continue;
    }
    const isFree = (side: Side) => taken.every(({ box, of }) => of === circle || !overlap(box, labelBox(circle, side)));
    const side = SIDES.find(isFree);
    if (!side) continue;
    circle.labelSide = side;
    taken.push({ box: labelBox(circle, side), of: null });
  }
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function around({ at, radius }: Circle<Spot>): Box {
  return { left: at.x - radius, right: at.x + radius, top: at.y - radius, bottom: at.y + radius };
}

/** Under the number, in small letters. */
function fitsInside(circle: Circle<Spot>): boolean {
  const name = circle.spots[0]?.name ?? "";
  return circle.radius >= LEAST_RADIUS_FOR_NAME && name.length * SMALL_LETTER_WIDTH <= 2 * circle.radius - 6;
}

function labelBox(circle: Circle<Spot>, side: Side): Box {
  const { at, radius } = circle;
  const width = labelOf(circle).length * LETTER_WIDTH;
  const isBeside = side === "right" || side === "left";
  const left = side === "right" ? at.x + radius : side === "left" ? at.x - radius - width : at.x - width / 2;
  const top = isBeside ? at.y - LABEL_HEIGHT / 2 : side === "below" ? at.y + radius : at.y - radius - LABEL_HEIGHT;
  return { left, right: left + width, top, bottom: top + LABEL_HEIGHT };
}

/** "Krobia +3": its greatest place, and how many more, where there is room for that. */
export function labelOf({ spots, labelSide }: Circle<Spot>): string {
  const name = spots[0]?.name ?? "";
  return spots.length === 1 || labelSide === "inside" ? name : `${name} +${spots.length - 1}`;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function distance(a: Pixel, b: Pixel): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
