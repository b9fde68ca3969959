// SPDX-License-Identifier: GPL-3.0-or-later
// Styles, scripts, fonts and pictures → OUT_DIR, under names that carry a hash of the content, and
// assets.json: logical name → hashed name. The templates ask for logical names only. What is text lies
// there as .br and .gz as well: the server compresses nothing while somebody waits.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = path.dirname(fileURLToPath(import.meta.url));
const outDir = process.env.OUT_DIR ? path.resolve(process.env.OUT_DIR) : path.join(root, "dist");

/** Fonts and pictures that templates name by themselves (preload, icon). */
const FONT = /^(brygada-1918|source-sans-3)-(latin|latin-ext|cyrillic)-wght-normal$/;

const readJson = async (file) => JSON.parse(await readFile(path.join(root, file), "utf8"));

/** What compression makes smaller; fonts are compressed already. */
const TEXT = /\.(css|js|svg)$|^openapi-/;

const COMPRESSIONS = {
  ".br": (content) =>
    brotliCompressSync(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  ".gz": (content) => gzipSync(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Beside each text of outDir its compressed forms, where they save a packet or more; old ones go. */
async function writeCompressed() {
  const files = await readdir(outDir);
  await Promise.all(files.filter((file) => path.extname(file) in COMPRESSIONS).map((file) => rm(path.join(outDir, file))));
  for (const file of files.filter((each) => TEXT.test(each))) {
    const content = await readFile(path.join(outDir, file));
    for (const [ending, compress] of Object.entries(COMPRESSIONS)) {
      const compressed = compress(content);
      const saved = content.length - compressed.length;
      if (saved >= 1024) await writeFile(path.join(outDir, file + ending), compressed);
    }
  }
}

/** Under a name that carries a hash of the content; returns it. */
async function writeHashed(stem, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const file = `${stem}-${hash}${extension}`;
  await writeFile(path.join(outDir, file), content);
  return file;
}

/** One file of <symbol>s, of the icons that src/icons.json names: our id → the icon's name in the
 * set. Their width of stroke is left to the styles. Returns the file's name. */
async function writeIcons() {
  const { icons } = await readJson("node_modules/@iconify-json/lucide/icons.json");
  const symbols = Object.entries(await readJson("src/icons.json")).map(([id, name]) => {
    if (!icons[name]) throw new Error(`src/icons.json: there is no icon "${name}" for ${id}`);
    return `<symbol id="${id}" viewBox="0 0 24 24">${icons[name].body.replaceAll(' stroke-width="2"', "")}</symbol>`;
  });
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, ISC License: LICENSE-lucide.txt -->${symbols.join("")}</svg>\n`;
  return writeHashed("icons", ".svg", sprite);
}

await mkdir(outDir, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    site: "src/scripts/site.ts",
    "site-style": "src/styles/site.css",
    "map-style": "src/styles/map.css",
    favicon: "src/images/favicon.svg",
  },
  outdir: outDir,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  // What a script imports when it needs it (the map) is a file of its own.
  splitting: true,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2020", "chrome100", "firefox100", "safari15"],
  // Leaflet's pictures are for controls that our map does not have.
  loader: { ".woff2": "file", ".svg": "copy", ".png": "empty" },
  metafile: true,
  logLevel: "warning",
});

const assets = {};
for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
  const file = path.basename(output);
  const stem = file.replace(/-[A-Z0-9]{8}\.[^.]+$/, "");
  const extension = path.extname(file);
  if (FONT.test(stem)) assets[stem.replace("-wght-normal", "") + extension] = file;
  else if (entryPoint) assets[stem.replace(/-style$/, "") + extension] = file;
}

assets["icons.svg"] = await writeIcons();
assets["share.png"] = await writeHashed("share", ".png", await readFile(path.join(root, "src/images/share.png")));
assets["openapi.json"] = await writeHashed("openapi", ".json", JSON.stringify(await readJson("src/openapi.json")) + "\n");

// The licences of fonts (OFL), icons (ISC) and the map (BSD) ask to go along with them.
for (const part of ["@fontsource-variable/brygada-1918", "@fontsource-variable/source-sans-3", "leaflet"])
  await copyFile(
    path.join(root, "node_modules", part, "LICENSE"),
    path.join(outDir, `LICENSE-${path.basename(part)}.txt`),
  );

await copyFile(path.join(root, "src/images/LICENSE-lucide.txt"), path.join(outDir, "LICENSE-lucide.txt"));

await writeCompressed();

// Written beside and renamed: whoever waits for this file finds all that it names.
const listing = path.join(outDir, "assets.json");
await writeFile(listing + ".new", JSON.stringify(assets, null, 2) + "\n");
await rename(listing + ".new", listing);

const sizes = await Promise.all(Object.values(assets).map((file) => readFile(path.join(outDir, file))));
const total = sizes.reduce((sum, content) => sum + content.length, 0);
console.log(`${Object.keys(assets).length} assets, ${(total / 1024).toFixed(0)} kB`);
