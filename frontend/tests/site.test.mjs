// SPDX-License-Identifier: GPL-3.0-or-later
// What people do here, told as stories over the real server and the real catalogue: with scripts and
// without, by keyboard alone, in Ukrainian.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { NARROW, WIDE, ZOOMED, numberIn, picture, searchField, total, useSite, violations, widthOf } from "./browser.mjs";

const site = useSite();
const { open } = site;

/** Without those that tell how the words were understood. */
const filterChips = (page) => page.locator(".chip:not(.chip--read)");

const option = (page, facet, name) =>
  page.locator(`[data-facet="${facet}"] .option`).filter({ has: page.getByText(name, { exact: true }) });

async function countBeside(choice) {
  return numberIn(await choice.locator(".option__count").textContent());
}

async function choose(page, choice, withScripts) {
  await choice.scrollIntoViewIfNeeded();
  if (withScripts) {
    await Promise.all([page.waitForNavigation(), choice.locator("input").click()]);
    return;
  }
  await choice.locator("input").check();
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Pokaż wyniki" }).click()]);
}

for (const withScripts of [true, false]) {
  describe(withScripts ? "with scripts" : "without scripts", () => {
    test("someone finds a caterer near Gniezno and sees its certificates", async () => {
      const { page, close } = await open("/", { javaScriptEnabled: withScripts });
      await searchField(page).fill("catering");
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Szukaj" }).click()]);
      assert.equal(await searchField(page).inputValue(), "catering");
      const all = await total(page);
      assert.ok(all > 2, `${all} caterers`);

      const county = option(page, "powiat", "gnieźnieński");
      const inCounty = await countBeside(county);
      await choose(page, county, withScripts);
      assert.equal(await total(page), inCounty);
      assert.equal(await filterChips(page).count(), 1);

      const sector = option(page, "branza", "sprzątanie");
      const inSector = await countBeside(sector);
      await choose(page, sector, withScripts);
      assert.equal(await total(page), inSector);
      assert.ok(new URL(page.url()).searchParams.getAll("branza").length === 1);

      const certified = page.locator(".hit").filter({ hasText: "Zakup Prospołeczny" }).first();
      const name = await certified.locator(".hit__name").textContent();
      await Promise.all([page.waitForNavigation(), certified.getByRole("link").first().click()]);
      assert.equal((await page.locator("h1").textContent()).trim(), name.trim());
      const certificates = page.locator("table tbody tr:not(.table__notes)");
      assert.ok((await certificates.count()) > 0);
      assert.match(await certificates.first().locator(".state").textContent(), /\S/);
      assert.equal(await page.locator(".legal-fact").count(), 3);

      await page.goBack();
      assert.equal(await total(page), inSector);
      const chip = filterChips(page).filter({ hasText: "Branża" });
      await Promise.all([page.waitForNavigation(), chip.click()]);
      assert.equal(await total(page), inCounty);
      await close();
    });

    test("on a narrow screen the filters open, several are chosen, the results follow", async () => {
      const { page, close } = await open("/szukaj?q=catering", { javaScriptEnabled: withScripts, viewport: NARROW });
      assert.equal(await page.locator("#filtry").isVisible(), false);
      await page.locator(".filters-link").click();
      assert.equal(await page.locator("#filtry").isVisible(), true);
      await option(page, "powiat", "gnieźnieński").locator("input").check();
      await option(page, "branza", "gastronomia").locator("input").check();
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Pokaż wyniki" }).click()]);
      const asked = new URL(page.url()).searchParams;
      assert.deepEqual(asked.getAll("powiat"), ["3003"]);
      assert.deepEqual(asked.getAll("branza"), ["gastronomia"]);
      assert.equal(await page.locator("#filtry").isVisible(), false);
      assert.equal(await filterChips(page).count(), 2);
      await close();
    });

    test("a buyer's words lead to a code, the code to its suppliers, as many as the search finds", async () => {
      const { page, close } = await open("/cpv", { javaScriptEnabled: withScripts });
      await page.getByLabel("Kod CPV albo słowa").fill("koszenie trawy");
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Znajdź kod" }).click()]);
      const row = page.locator(".cpv__found .cpv-row").filter({ hasText: "77310000" });
      const promised = numberIn(await row.locator(".cpv-row__count").textContent());
      assert.ok(promised > 2, `${promised} suppliers`);
      await Promise.all([page.waitForNavigation(), row.getByRole("link").first().click()]);
      assert.equal(new URL(page.url()).pathname, "/cpv/77310000");
      const lead = await page.locator(".cpv .lead").textContent();
      const all = numberIn(lead.replace(/^\D+/, ""));
      assert.equal(all, promised);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Wszyscy dostawcy" }).first().click()]);
      assert.equal(await total(page), all);
      assert.match(await page.locator("main").textContent(), /Kod CPV 77310000/);
      await close();
    });

    test("little is found: a wider search finds what its link says, and the order is explained", async () => {
      const { page, close } = await open("/szukaj?q=catering+ekologiczny+xyzzy", { javaScriptEnabled: withScripts });
      assert.equal(await page.locator(".hit").count(), 0);
      const wider = page.locator(".ways-out li a").first();
      const promised = numberIn(await wider.locator(".index-list__count").textContent());
      assert.ok(promised > 0);
      await Promise.all([page.waitForNavigation(), wider.click()]);
      assert.equal(await total(page), promised);

      assert.equal(await page.locator(".hit__why").count(), 0);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Dlaczego w tej kolejności?" }).click()]);
      assert.equal(await total(page), promised);
      assert.match(await page.locator(".hit__why").first().textContent(), /^[A-ZŁ].*\.$/);
      await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Ukryj wyjaśnienia" }).click()]);
      assert.equal(await page.locator(".hit__why").count(), 0);

      await page.goto(site.url + "/szukaj?q=xyzzy");
      const sector = page.locator(".ways-out li a").first();
      const inSector = numberIn(await sector.locator(".index-list__count").textContent());
      await Promise.all([page.waitForNavigation(), sector.click()]);
      assert.equal(await total(page), inSector);
      await close();
    });

    test("the order can be changed", async () => {
      const { page, close } = await open("/szukaj?q=spółdzielnia", { javaScriptEnabled: withScripts });
      const select = page.getByLabel("Kolejność");
      if (withScripts) {
        await Promise.all([page.waitForNavigation(), select.selectOption("nazwa")]);
      } else {
        await select.selectOption("nazwa");
        await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Zmień" }).click()]);
      }
      const names = await page.locator(".hit__name").allTextContents();
      const sorted = [...names].map((name) => name.trim()).sort(new Intl.Collator("pl", { ignorePunctuation: true }).compare);
      assert.equal(names[0].trim(), sorted[0]);
      await close();
    });
  });
}

test("by keyboard alone: skip link, search, a filter, and focus stays where one works", async () => {
  const { page, close } = await open("/szukaj");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip-link");

  const focused = () => page.evaluate(() => ({ id: document.activeElement.id, type: document.activeElement.type }));
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      const now = await focused();
      if (wanted(now)) return now;
    }
    throw new Error("not reached in 60 presses of Tab");
  };
  await tabTo(({ id }) => id === "q");
  await page.keyboard.type("catering");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(new URL(page.url()).search, "?q=catering");

  const { id } = await tabTo(({ type }) => type === "checkbox");
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, "none");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Space")]);
  assert.equal(await filterChips(page).count(), 1);
  await page.waitForFunction((expected) => document.activeElement.id === expected, id);
  await close();
});

describe("a list of suppliers", () => {
  const entities = readFileSync(path.join(import.meta.dirname, "../../data/sources/entities.jsonl"), "utf8")
    .trim().split("\n").map((line) => JSON.parse(line)).filter(({ nip }) => nip);
  // As people keep them: with dashes, with PL, with spaces, bare.
  const writings = [
    (nip) => nip.replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, "$1-$2-$3-$4"),
    (nip) => `PL${nip}`,
    (nip) => nip.replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, "NIP: $1 $2 $3 $4"),
    (nip) => nip,
  ];
  const twenty = entities.slice(0, 20);
  const pasted = twenty.map(({ nip }, i) => writings[i % 4](nip)).join("\n");

  for (const javaScriptEnabled of [true, false]) {
    test(`20 pasted NIPs checked, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const { page, close } = await open("/certyfikaty", { javaScriptEnabled });
      await page.getByLabel("Lista", { exact: true }).fill(pasted);
      await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Sprawdź listę" }).click()]);
      assert.equal(await page.locator("#tabela").textContent(), "Sprawdzonych 20 wierszy");
      assert.match(await page.locator("#wynik").textContent(), /Niczego z listy nie zapisujemy/);
      const rows = await page.locator("#wynik tbody tr").evaluateAll((all) =>
        all.map((row) => ({ line: row.cells[0].textContent, understood: row.cells[1].textContent, cells: row.cells.length })));
      const lines = new Map(rows.map((row) => [Number(row.line), row]));
      assert.deepEqual([...lines.keys()], twenty.map((_, i) => i + 1));
      twenty.forEach(({ nip }, i) => {
        const row = lines.get(i + 1);
        assert.equal(row.understood.replace(/\D/g, ""), nip);
        assert.equal(row.cells, 8);
      });
      // The list is still there, to be put right and checked again.
      assert.equal(await page.getByLabel("Lista", { exact: true }).inputValue(), pasted);
      await close();
    });
  }

  test("the same list as a file, and the answer as a file", async () => {
    const { page, close } = await open("/certyfikaty");
    await page.getByLabel("Plik zamiast listy").setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(`Nazwa;NIP\n${twenty.map(({ name, nip }) => `"${name.replaceAll('"', '""')}";${nip}`).join("\n")}`) });
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Pobierz wynik jako CSV" }).click()]);
    assert.match(download.suggestedFilename(), /^sprawdzenie-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await download.path(), "utf8");
    for (const { nip } of twenty) assert.ok(text.includes(nip), nip);
    await close();
  });

  test("the table of a list: axe finds nothing, nothing scrolls the page at 320 px", async () => {
    const { page, close } = await open("/certyfikaty", { viewport: ZOOMED, bypassCSP: true });
    await page.getByLabel("Lista", { exact: true }).fill(`${pasted}\nNieistniejąca nazwa\n7781346889\nZAZ Piła`);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Sprawdź listę" }).click()]);
    assert.ok((await widthOf(page)) <= 320);
    await picture(page, "check-many-320");
    await page.setViewportSize(WIDE);
    await picture(page, "check-many");
    assert.deepEqual(await violations(page), []);
    await close();
  });
});

for (const javaScriptEnabled of [true, false])
  test(`a market check is in the file after five actions, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, close } = await open("/", { javaScriptEnabled });
    await searchField(page).fill("catering konin"); // 1
    await page.keyboard.press("Enter"); // 2
    await page.waitForURL(/\/szukaj/);
    const found = await total(page);
    await page.getByRole("link", { name: "Sporządź protokół" }).click(); // 3
    await page.waitForURL(/\/protokol\/WZ-/);
    assert.match(await page.locator("#wyniki").textContent(), new RegExp(`Wyniki: ${found}$`));
    assert.equal(await page.locator(".protocol__result").count(), found);
    assert.equal(await page.getByRole("button", { name: "Drukuj" }).count(), javaScriptEnabled ? 1 : 0);

    const pdf = await page.getByRole("link", { name: "Pobierz PDF" }).getAttribute("href"); // 4
    const json = await page.getByRole("link", { name: "Pobierz plik JSON" }).getAttribute("href"); // 5
    const paper = await fetch(site.url + pdf);
    assert.equal(paper.headers.get("content-type"), "application/pdf");
    const file = Buffer.from(await (await fetch(site.url + json)).arrayBuffer());

    await page.goto(`${site.url}/protokol`);
    await page.getByLabel("Plik JSON").setInputFiles({ name: "p.json", mimeType: "application/json", buffer: file });
    await page.getByRole("button", { name: "Sprawdź plik" }).click();
    await page.getByRole("heading", { name: "Protokół jest od nas i nikt go nie zmienił" }).waitFor();
    await close();
  });

for (const javaScriptEnabled of [true, false])
  test(`three caterers chosen, compared and in a protocol, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, close } = await open("/szukaj?q=catering", { javaScriptEnabled, viewport: NARROW });
    const hits = page.locator(".hit");
    const names = [];
    for (const place of [0, 2, 1]) {
      const hit = hits.nth(place);
      names[place] = (await hit.locator(".hit__name").textContent()).trim();
      await hit.getByRole("checkbox").check();
    }
    if (javaScriptEnabled) assert.equal(await page.locator(".compare-bar [role=status]").textContent(), "Zaznaczono: 3. ");
    // The button has come up to where one is.
    assert.ok((await page.locator(".compare-bar").boundingBox()).y < NARROW.height);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Porównaj zaznaczone" }).click()]);
    assert.equal(new URL(page.url()).searchParams.getAll("id").length, 3);
    const compared = () => page.locator(".compare__name").allTextContents();
    assert.deepEqual(await compared(), names);
    const titles = await page.locator(".compare__title").allTextContents();
    assert.equal(titles.filter((title) => /art\. 94|Status przedsiębiorstwa|Znak Zakup/.test(title)).length, 3);
    assert.ok((await widthOf(page)) <= NARROW.width);

    await Promise.all([page.waitForNavigation(), page.locator(".compare__remove").nth(1).click()]);
    assert.deepEqual(await compared(), [names[0], names[2]]);
    await page.getByLabel("NIP, KRS, REGON albo nazwa").fill(names[1]);
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Dodaj do porównania" }).click()]);
    assert.deepEqual(await compared(), [names[0], names[2], names[1]]);

    await Promise.all([page.waitForURL(/\/protokol\/WZ-/), page.getByRole("link", { name: "Sporządź protokół" }).click()]);
    assert.match(await page.locator("section", { has: page.locator("#pytanie") }).textContent(), new RegExp(`Porównanie\\s*${[names[0], names[2], names[1]].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(", ")}`));
    assert.equal(await page.locator(".protocol__result").count(), 3);
    const json = await page.getByRole("link", { name: "Pobierz plik JSON" }).getAttribute("href");
    const verdict = await fetch(`${site.url}/api/v1/protocols/verify`, { method: "POST", headers: { "Content-Type": "application/json" }, body: await (await fetch(site.url + json)).text() });
    assert.equal((await verdict.json()).valid, true);
    await close();
  });

for (const javaScriptEnabled of [true, false])
  test(`a newcomer finds a caterer near Konin in Ukrainian, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, close } = await open("/", { javaScriptEnabled, viewport: NARROW });
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Українська" }).click()]);
    assert.equal(new URL(page.url()).pathname, "/uk/");
    assert.equal(await page.locator("html").getAttribute("lang"), "uk");
    await page.getByLabel("Що ви шукаєте?").fill("кейтеринг Конін");
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Шукати" }).click()]);
    assert.equal(new URL(page.url()).pathname, "/uk/szukaj");
    assert.ok((await total(page)) > 0);
    assert.match(await page.locator("main h1").textContent(), /організаці/);
    assert.match(await page.locator(".understood").textContent(), /кейтеринг[^]*Konin/);

    const hit = page.locator(".hit").first();
    const name = await hit.locator(".hit__name").textContent();
    assert.equal(await hit.locator(".hit__name a").getAttribute("lang"), "pl");
    await Promise.all([page.waitForNavigation(), hit.getByRole("link").first().click()]);
    assert.match(new URL(page.url()).pathname, /^\/uk\/podmiot\//);
    assert.equal((await page.locator("h1").textContent()).trim(), name.trim());
    assert.equal(await page.locator("h1").getAttribute("lang"), "pl");
    await page.getByRole("heading", { name: "Контакт" }).waitFor();
    assert.equal(await page.locator(".legal-fact").count(), 3);

    // The same organisation in English, and back by name.
    const id = new URL(page.url()).pathname.replace("/uk/", "/");
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "English" }).click()]);
    assert.equal(new URL(page.url()).pathname, `/en${id}`);
    await page.getByRole("heading", { name: "Contact" }).waitFor();
    await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Polski", exact: true }).click()]);
    assert.equal(new URL(page.url()).pathname, id);
    await close();
  });

for (const javaScriptEnabled of [true, false])
  test(`an entity's page: its certificate over time, the way there, what machines read, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const { page, close } = await open("/podmiot/zaz-pila", { javaScriptEnabled, viewport: NARROW });
    await page.goto(`${site.url}/podmiot/ss-wspolny-stol-poznan?na-dzien=2017-06-01`);

    const picture = page.getByRole("img", { name: /^Oś czasu\. Certyfikaty: 15\.12\.2016 – 15\.12\.2017\. Zaznaczony dzień: 1\.06\.2017\./ });
    const whole = await picture.boundingBox();
    const bar = await picture.locator(".timeline__certain").boundingBox();
    const day = await picture.locator(".timeline__day").boundingBox();
    assert.ok(whole.x >= 0 && whole.x + whole.width <= NARROW.width);
    // Of the two years 2016 and 2017: from the middle of December to the middle of December.
    assert.ok(Math.abs((bar.x - whole.x) / whole.width - 349 / 731) < 0.01);
    assert.ok(Math.abs(bar.width / whole.width - 366 / 731) < 0.01);
    assert.ok(bar.x < day.x && day.x < bar.x + bar.width, "the day lies within the certificate");
    assert.match(await page.locator("#certyfikaty ~ table tbody tr .state").first().textContent(), /ważny/);

    const way = page.getByRole("link", { name: "Wyznacz trasę w OpenStreetMap" });
    assert.equal(new URL(await way.getAttribute("href")).searchParams.get("to"), "Rynek Śródecki 6, Poznań");
    const read = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    const [organisation] = read["@graph"];
    assert.equal(organisation.name, (await page.locator("h1").textContent()).trim());
    assert.deepEqual(organisation.hasCertification.map(({ validFrom, expires }) => [validFrom, expires]), [["2016-12-15", "2017-12-15"]]);
    const address = await page.locator('link[rel="canonical"]').getAttribute("href");
    assert.equal(new URL(address).pathname + new URL(address).search, "/podmiot/ss-wspolny-stol-poznan");
    assert.equal(await page.locator('meta[property="og:url"]').getAttribute("content"), address);
    const shared = new URL(await page.locator('meta[property="og:image"]').getAttribute("content"));
    const png = Buffer.from(await (await fetch(site.url + shared.pathname)).arrayBuffer());
    const told = (name) => page.locator(`meta[property="og:image:${name}"]`).getAttribute("content");
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [Number(await told("width")), Number(await told("height"))]);
    assert.match(await told("alt"), /powiatów/);

    await page.getByRole("link", { name: "Coś się nie zgadza? Zgłoś błąd" }).click();
    assert.equal(new URL(page.url()).hash, "#zglos");
    assert.ok(await page.getByRole("heading", { name: "Zgłoś błąd" }).isVisible());

    // Without a date there is hatching, or no picture at all.
    await page.goto(`${site.url}/podmiot/ss-na-winiarach-gniezno`);
    assert.equal(await page.locator(".timeline__picture .timeline__uncertain").count(), 1);
    assert.equal(await page.locator(".timeline__picture .timeline__certain").count(), 0);
    await page.goto(`${site.url}/podmiot/zaz-pila`);
    assert.equal(await page.locator(".timeline__picture").count(), 0);
    await close();
  });

test("no more are chosen than fit side by side, and back finds them chosen", async () => {
  const { page, close } = await open("/szukaj");
  const boxes = page.locator(".hit__compare input");
  for (let place = 0; place < 6; place += 1) await boxes.nth(place).check();
  assert.equal(await boxes.nth(6).isDisabled(), true);
  assert.match(await page.locator(".compare-bar [role=status]").textContent(), /^Zaznaczono: 6\. Więcej/);
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Porównaj zaznaczone" }).click()]);
  assert.equal(await page.locator(".compare__name").count(), 6);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".hit__compare input:checked").length === 6);
  assert.equal(await boxes.nth(6).isDisabled(), true);
  await boxes.nth(2).uncheck();
  assert.equal(await boxes.nth(6).isDisabled(), false);
  await close();
});

