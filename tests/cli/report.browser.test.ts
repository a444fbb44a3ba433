import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { analyze } from '../../src/cli/analyze.js';
import { formatReport } from '../../src/cli/formats/report.js';
import { analysis, finding, handler, numbered } from './reportFixture.js';

const BROWSER = [process.env.CHROME_PATH, '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file));
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

describe.skipIf(BROWSER === undefined)(BROWSER === undefined ? 'the page (left out: no browser at /usr/bin/chromium or CHROME_PATH)' : 'the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backend-patterns-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER, args: ARGS });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** A page with a report, and what it did that it should not. */
  async function open(html: string, hash = ''): Promise<{ page: Page; wrong: string[] }> {
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
    page.setDefaultTimeout(10_000);
    const wrong: string[] = [];
    page.on('dialog', (dialog) => {
      wrong.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) wrong.push(`request ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`console ${message.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(`error ${error.message}`));
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    await page.locator('h1').waitFor();
    return { page, wrong };
  }

  async function reportOf(cwd: string): Promise<string> {
    const job = { cwd, targets: ['.'], focus: [], preset: 'all', depth: 'deep', ignore: [], config: false } as const;
    return formatReport((await analyze(job)).analysis, Infinity);
  }

  const background = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const shown = (page: Page): Promise<string> => page.locator('.filters .result').innerText();

  it('shows an example: filters, searches, opens a finding, changes colours, and asks nobody for anything', async () => {
    const { page, wrong } = await open(await reportOf(join(ROOT, 'examples/orders-api')));
    expect(await page.locator('h1').innerText()).toBe('orders-api');
    const all = Number(/(\d+) of \d+/.exec(await shown(page))?.[1]);
    expect(all).toBeGreaterThan(10);
    expect(await page.locator('.finding').count()).toBe(0);

    await page.getByRole('button', { name: 'no-n-plus-one', exact: true }).click();
    expect(page.url()).toContain('rule=no-n-plus-one');
    expect(await page.locator('.group').count()).toBe(1);
    const first = page.locator('.finding').first();
    expect(await first.locator('.code').first().locator('mark').count()).toBeGreaterThan(0);
    expect(await first.locator('.message code').count()).toBeGreaterThan(0);
    await first.getByText('Link to this finding').click();
    expect(page.url()).toContain('finding=');

    await page.getByRole('button', { name: 'Clear' }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('password customerService');
    await page.waitForURL(/q=password/);
    expect(Number(/(\d+) of/.exec(await shown(page))?.[1])).toBeLessThan(all);
    expect(await page.locator('.group h4 .name').allInnerTexts()).toEqual(['no-unhashed-password']);

    expect(await background(page)).toBe('rgb(245, 246, 248)');
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await background(page)).toBe('rgb(16, 19, 23)');
    await page.getByRole('radio', { name: 'Auto' }).check();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe('rgb(16, 19, 23)');
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('runs nothing of what analysed code says', async () => {
    const project = join(folder, `<img src=x onerror=alert(1)>`);
    const file = join(project, `src/<svg onload=alert(2)>&quot;'.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'evil', dependencies: { express: '^5.0.0', '@prisma/client': '^6.0.0' } }));
    writeFileSync(file, `
      import express from 'express';
      import { PrismaClient } from '@prisma/client';
      const prisma = new PrismaClient();
      const app = express();
      // </script><script>alert(3)</script>
      app.get('/<img src=x onerror=alert(4)>', async (req, res) => {
        const found = [];
        for (const id of req.body.ids) {
          found.push(await prisma.user.findUnique({ where: { id, note: "</pre><img src=x onerror=alert(5)><!--" } })); // <iframe src="javascript:alert(6)">
        }
        res.json(found);
      });`);
    const { page, wrong } = await open(await reportOf(project));
    expect(await page.locator('h1').innerText()).toBe('<img src=x onerror=alert(1)>');
    for (const button of await page.locator('.group h4 button').all()) await button.click();
    await page.locator('.spot').first().click();
    for (const summary of await page.locator('.as-table summary').all()) await summary.click();
    expect(await page.locator('.code').first().innerText()).toContain('</pre><img src=x onerror=alert(5)>');
    expect(await page.locator('.queries h3').innerText()).toContain('<img src=x onerror=alert(4)>');
    expect(await page.locator('#report :is(img, iframe, script, svg svg)').count()).toBe(0);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('hides what the baseline knows until it is asked for, and follows a link to it', async () => {
    const html = formatReport(analysis([finding({ fingerprint: 'new' }), finding({ fingerprint: 'old', known: true, message: 'An old one.' })]), Infinity);
    const { page, wrong } = await open(html);
    expect(await shown(page)).toContain('1 of 2');
    await page.getByText('1 known to the baseline').last().click();
    expect(await shown(page)).toContain('2 of 2');
    expect(page.url()).toContain('known=1');
    await page.close();

    const linked = await open(html, '#finding=old');
    expect(await linked.page.locator('#finding-old .message').innerText()).toBe('An old one.');
    expect(await linked.page.locator('#finding-old .code').isVisible()).toBe(true);
    expect([...wrong, ...linked.wrong]).toEqual([]);
    await linked.page.close();
  });

  it('opens thousands of findings and hundreds of handlers at once, on a narrow screen as well', async () => {
    const findings = Array.from({ length: 2_000 }, (_, index) => finding({ file: `src/folder${index % 70}/file${index}.ts`, rule: index % 3 === 0 ? 'require-transaction' : 'no-n-plus-one' }));
    const handlers = Array.from({ length: 300 }, (_, index) => handler(`GET /${index}`, Array.from({ length: 1 + (index % 9) }, (_each, nth) => `model${(index * nth) % 60}`), { line: index }));
    const html = formatReport(analysis(findings, { handlers, sources: new Map(findings.map(({ file }) => [file, numbered(20)])) }), Infinity);
    const { page, wrong } = await open(html);
    expect(await page.evaluate('performance.now()')).toBeLessThan(10_000);
    expect(await page.locator('.finding').count()).toBe(0);
    await page.locator('.group h4 button').first().click();
    expect(await page.locator('.finding').count()).toBe(20);
    await page.getByRole('button', { name: /^Show 40 more/ }).click();
    expect(await page.locator('.finding').count()).toBe(60);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(`document.activeElement.closest('.finding').id`)).toBe(await page.locator('.finding').nth(1).getAttribute('id'));

    expect(await page.locator('.map .spot').count()).toBeLessThan(100);
    await page.getByRole('button', { name: 'Show all 300' }).click();
    expect(await page.locator('.map .spot[aria-pressed]').count()).toBe(300);
    await page.getByPlaceholder('Handler, file or model').fill('/299');
    await page.locator('.map .spot').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.queries li').count()).toBe(3);

    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
    expect(wrong).toEqual([]);
    await page.close();
  });
});
