// SPDX-License-Identifier: GPL-3.0-or-later
// Leaflet as a module of its own names: what package.json leads to is an older form of the same.
declare module "leaflet/dist/leaflet-src.esm.js" {
  export * from "leaflet";
}
