// SPDX-License-Identifier: GPL-3.0-or-later
// The real server over the real catalogue, for the time of a test run: an index in a temporary
// folder, a free port of this machine. Paths come from WESPOL_SERVER_BIN, WESPOL_INDEXER_BIN and
// WESPOL_DATA; without them the release build, else the dev build, is taken. WESPOL_SITE names a
// server that runs already instead.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const START_TIMEOUT_MS = 30_000;

export function program(variable, name) {
  if (process.env[variable]) return process.env[variable];
  const built = ["release", "dev"].map((preset) => path.join(repository, "build", preset, "bin", name));
  const found = built.find((file) => existsSync(file));
  if (!found) throw new Error(`${name} is not built: run script/build, or set ${variable}`);
  return found;
}

export const dataFolder = () => process.env.WESPOL_DATA ?? path.join(repository, "data");

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url, server) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer after ${START_TIMEOUT_MS} ms`);
}

/** {url, stop()} */
export async function startServer() {
  if (process.env.WESPOL_SITE) return { url: process.env.WESPOL_SITE, stop: async () => {} };
  const index = mkdtempSync(path.join(tmpdir(), "wespol-browser-"));
  const data = dataFolder();
  execFileSync(program("WESPOL_INDEXER_BIN", "wespol-indexer"), ["build", "--data", data, "--index", index], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const port = await freePort();
  const server = spawn(
    program("WESPOL_SERVER_BIN", "wespol-server"),
    ["--index", index, "--keys", path.join(index, "keys"), "--listen", `127.0.0.1:${port}`],
    { stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await ended;
    }
    rmSync(index, { recursive: true, force: true });
  };
  try {
    await answers(`${url}/health`, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
