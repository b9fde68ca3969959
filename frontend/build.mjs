// SPDX-License-Identifier: GPL-3.0-or-later
// Styles, scripts, fonts and pictures → OUT_DIR, under names that carry a hash of the content, and
// assets.json: logical name → hashed name. The templates ask for logical names only.
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(fileURLToPath(import.meta.url));
const outDir = process.env.OUT_DIR ? path.resolve(process.env.OUT_DIR) : path.join(root, "dist");

/** Fonts and pictures that templates name by themselves (preload, icon). */
const FONT = /^(brygada-1918|source-sans-3)-(latin|latin-ext|cyrillic)-wght-normal$/;

await mkdir(outDir, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { site: "src/scripts/site.ts", "site-style": "src/styles/site.css", favicon: "src/images/favicon.svg" },
  outdir: outDir,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2020", "chrome100", "firefox100", "safari15"],
  loader: { ".woff2": "file", ".svg": "copy" },
  metafile: true,
  logLevel: "warning",
});

const assets = {};
for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
  const file = path.basename(output);
  const stem = file.replace(/-[A-Z0-9]{8}\.[^.]+$/, "");
  const extension = path.extname(file);
  if (FONT.test(stem)) assets[stem.replace("-wght-normal", "") + extension] = file;
  else if (entryPoint) assets[(stem === "site-style" ? "site" : stem) + extension] = file;
}

// The fonts' licence (OFL) asks to go along with them.
for (const font of ["brygada-1918", "source-sans-3"])
  await copyFile(
    path.join(root, "node_modules/@fontsource-variable", font, "LICENSE"),
    path.join(outDir, `LICENSE-${font}.txt`),
  );

// Written beside and renamed: whoever waits for this file finds all that it names.
const listing = path.join(outDir, "assets.json");
await writeFile(listing + ".new", JSON.stringify(assets, null, 2) + "\n");
await rename(listing + ".new", listing);

const sizes = await Promise.all(Object.values(assets).map((file) => readFile(path.join(outDir, file))));
const total = sizes.reduce((sum, content) => sum + content.length, 0);
console.log(`${Object.keys(assets).length} assets, ${(total / 1024).toFixed(0)} kB`);
