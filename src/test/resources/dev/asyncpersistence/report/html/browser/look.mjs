// Looks at a page in a headless browser: node look.mjs PAGE FOLDER. Writes screenshots into the folder, and prints what was seen as JSON.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';

const [file, folder] = process.argv.slice(2);
const url = pathToFileURL(file).href;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740, isMobile: true, hasTouch: true };
// What A4 leaves between margins of 14 mm.
const PAPER = { width: 688, height: 1000 };

chromium.setGraphicsMode = false;
const browser = await puppeteer.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args,
  headless: 'shell',
});

// Runs in the page.
function measure() {
  const style = (element) => getComputedStyle(element);
  const probe = document.createElement('span');
  document.body.append(probe);
  const color = (name) => {
    probe.style.color = 'var(' + name + ')';
    return style(probe).color;
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.match(/[\d.]+/g).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(color(one)), luminance(color(other))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // Text that charts draw; that of the page is axe's to check.
  const pairs = [['--text', '--card'], ['--quiet', '--card'], ...['await', 'thread', 'left', 'done'].map((each) => ['--on-' + each, '--' + each])];
  const contrasts = Object.fromEntries(pairs.map(([one, other]) => [one + ' on ' + other, contrast(one, other)]));
  probe.remove();
  const charts = {};
  for (const chart of document.querySelectorAll('.chart')) {
    const shapes = {};
    for (const shape of chart.querySelectorAll('svg path, svg rect')) {
      const fill = shape.getAttribute('fill');
      if (fill?.startsWith('var(') && shape.getBBox().width > 0) {
        shapes[fill] = (shapes[fill] ?? 0) + 1;
      }
    }
    charts[chart.id] = {
      shapes,
      texts: [...chart.querySelectorAll('svg text')].map((text) => text.textContent),
      width: chart.querySelector('svg')?.getBoundingClientRect().width ?? 0,
    };
  }
  const filled = document.querySelector('.chart svg [fill="var(--await)"]');
  return {
    charts,
    contrasts,
    page: style(document.body).backgroundColor,
    text: style(document.body).color,
    bar: filled ? style(filled).fill : '',
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
}

// Both at once: puppeteer's own calls take each other back.
async function emulate(page, scheme, media) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { media, features: [{ name: 'prefers-color-scheme', value: scheme }] });
}

async function look(name, viewport, { scheme = 'light', media = '', scripts = true, then = async () => ({}) } = {}) {
  const page = await browser.newPage();
  const messages = [];
  const requests = [];
  page.on('console', (message) => messages.push(message.type() + ': ' + message.text()));
  page.on('pageerror', (error) => messages.push('error: ' + error.message));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    requests.push(request.url());
    return request.url() === url ? request.continue() : request.abort();
  });
  await page.setViewport(viewport);
  await page.setJavaScriptEnabled(scripts);
  await emulate(page, scheme, media);
  await page.goto(url, { waitUntil: 'load' });
  if (media === 'print') {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  }
  const seen = await page.evaluate(measure);
  await page.screenshot({ path: folder + '/' + name + '.png', fullPage: true });
  const more = await then(page);
  await page.close();
  return { [name]: { ...seen, ...more, messages, requests: requests.filter((each) => each !== url) } };
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return { violations: result.violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).slice(0, 3).join(' ')) };
}

// Without being loaded again.
async function switchTheme(page) {
  await emulate(page, 'dark', '');
  const { bar } = await page.evaluate(measure);
  return { barAfterSwitch: bar };
}

async function sort(page) {
  const names = () => page.$$eval('#files tbody th', (cells) => cells.map((cell) => cell.textContent.trim()));
  const before = await names();
  await page.focus('#files thead th button');
  await page.keyboard.press('Enter');
  return { files: before, filesByName: await names() };
}

async function paper(page) {
  await page.pdf({ path: folder + '/report.pdf', format: 'A4', printBackground: true });
  return {};
}

const all = async (page, ...checks) => {
  const results = [];
  for (const check of checks) {
    results.push(await check(page));
  }
  return Object.assign({}, ...results);
};

const seen = [
  await look('light', DESKTOP, { then: (page) => all(page, violations, sort, switchTheme) }),
  await look('dark', DESKTOP, { scheme: 'dark', then: (page) => all(page, violations, paper) }),
  await look('phone', PHONE, { then: violations }),
  await look('print', PAPER, { scheme: 'dark', media: 'print' }),
  await look('plain', DESKTOP, { scripts: false }),
];
await browser.close();
console.log(JSON.stringify(Object.assign({}, ...seen)));
