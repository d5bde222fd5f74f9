// Opens pages of reviews in headless Chromium, at two widths, light and dark, and prints what it saw as JSON.
//
//   node open_page.mjs <chromium> <folder of node_modules> <page.html>...
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [executablePath, modules, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, "any.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(join(modules, "axe-core", "axe.min.js"), "utf8");

const VIEWS = [
  { width: 1200, colorScheme: "light" },
  { width: 1200, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
];

/** What is in the page as somebody sees it; runs in the page. */
function look() {
  const root = document.documentElement;
  const box = (element) => element.getBoundingClientRect();
  const seen = (element) => box(element).width > 0 && box(element).height > 0;
  const pictures = [...document.querySelectorAll("figure svg.picture")];
  const overlapping = pictures.flatMap((picture) => {
    const texts = [...picture.querySelectorAll("text")];
    return texts.flatMap((one, place) =>
      texts
        .slice(place + 1)
        .filter((other) => {
          const [a, b] = [box(one), box(other)];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return wide > 2 && high > 5;
        })
        .map((other) => `${picture.querySelector("title").textContent}: ${one.textContent} | ${other.textContent}`),
    );
  });
  const outside = pictures.flatMap((picture) =>
    [...picture.querySelectorAll("text")]
      .filter((text) => box(text).left < box(picture).left - 1 || box(text).right > box(picture).right + 1)
      .map((text) => text.textContent),
  );
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return {
    title: document.title,
    pictures: pictures.filter(seen).length,
    figures: [...document.querySelectorAll("figure")].filter(seen).length,
    scripts: document.scripts.length,
    // Styled by the one style that the policy allows: without it the body would have a margin.
    styled: getComputedStyle(document.body).marginTop === "0px",
    ground: getComputedStyle(document.body).backgroundColor,
    overflow: root.scrollWidth - root.clientWidth,
    doubled: ids.filter((id, place) => ids.indexOf(id) !== place),
    overlapping,
    outside,
    violations: window.policyViolations,
  };
}

/** Rules that the page breaks: id, and the first places. */
async function accessibility(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations", "passes"] }));
  return {
    passed: found.passes.length,
    violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" ")}`),
  };
}

/** What the first Tab reaches, whether it can be seen then, and where Enter leads. */
async function keyboard(page) {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const element = document.activeElement;
    return { name: element.className, seen: element.getBoundingClientRect().top >= 0 };
  });
  await page.keyboard.press("Enter");
  return { ...first, leads: await page.evaluate(() => document.activeElement.id) };
}

/** How many tables of closed details can be seen on the screen and in print, and on which ground is printed. */
async function print(page) {
  const shown = () =>
    page.evaluate(async () => {
      // Two frames later the new style is in force everywhere.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      return [...document.querySelectorAll("details table")].filter((table) => table.checkVisibility()).length;
    });
  const screen = await shown();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const paper = await shown();
  return { screen, paper, ground: await page.evaluate(() => getComputedStyle(document.body).backgroundColor) };
}

async function visit(browser, file, place) {
  // The checker takes most of the time: all pages are checked in the first view, the first page in the last one, too.
  const checked = place === 0 ? [VIEWS[0], VIEWS.at(-1)] : [VIEWS[0]];
  const page = await browser.newPage({ reducedMotion: "reduce" });
  const address = pathToFileURL(file).href;
  const said = [];
  const requests = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => request.url() !== address && requests.push(request.url()));
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.policyViolations.push(event.violatedDirective));
  });
  await page.goto(address);
  const views = [];
  for (const asked of VIEWS) {
    await page.setViewportSize({ width: asked.width, height: 900 });
    await page.emulateMedia({ colorScheme: asked.colorScheme });
    const view = { ...asked, ...(await page.evaluate(look)) };
    if (checked.includes(asked)) view.accessibility = await accessibility(page);
    views.push(view);
  }
  const keys = await keyboard(page);
  const printed = await print(page);
  await page.close();
  return { file, views, keyboard: keys, print: printed, said, requests };
}

const browser = await chromium.launch({
  executablePath,
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  console.log(JSON.stringify(await Promise.all(files.map((file, place) => visit(browser, file, place)))));
} finally {
  await browser.close();
}
