/** @file A notebook in JupyterLab, driven by mouse and keyboard as a student does. */
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

export class NotebookPage {
  /** What the page complained about on its console. */
  readonly complaints: string[] = [];
  /** Whom the page talked to. */
  readonly hosts = new Set<string>();

  readonly browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (request.url().startsWith("http")) this.hosts.add(new URL(request.url()).host);
    });
  }

  static async open(executablePath: string, address: string): Promise<NotebookPage> {
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const browser = await chromium.launch({ executablePath, args });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60_000);
    const notebook = new NotebookPage(browser, page);
    await page.goto(address);
    await notebook.idle();
    return notebook;
  }

  /** Waits until the kernel has nothing to do. */
  idle(): Promise<void> {
    return this.page.locator("#jp-main-statusbar", { hasText: "TypeScript | Idle" }).waitFor();
  }

  /** @param index the cell's place in the notebook, from 0 */
  cell(index: number): Locator {
    return this.page.locator(".jp-Notebook .jp-Cell").nth(index);
  }

  /** Does the tab show the dot of unsaved changes? */
  async isModified(): Promise<boolean> {
    return (await this.page.locator(".lm-TabBar-tab.jp-mod-dirty").count()) > 0;
  }

  /** Runs the whole notebook, to its last code cell or to an error. @param last that cell's place */
  async runAll(last: number): Promise<void> {
    await this.page.getByRole("menuitem", { name: "Run", exact: true }).click();
    await this.page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
    const hasRun = this.cell(last).locator(".jp-InputPrompt", { hasText: /\[\d+\]/ });
    await hasRun.or(this.redBoxes.first()).first().waitFor({ state: "attached" });
    await this.idle();
  }

  /** Red boxes and warnings: JupyterLab shows both as stderr. */
  get redBoxes(): Locator {
    return this.page.locator('[data-mime-type="application/vnd.jupyter.stderr"]');
  }

  /** Puts other text into a cell, and runs it and the one below. */
  async rewrite(index: number, text: string): Promise<void> {
    await this.cell(index).locator(".cm-content").click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Shift+Enter");
    await this.page.keyboard.press("Shift+Enter");
  }

  output(index: number): Locator {
    return this.cell(index).locator(".jp-OutputArea");
  }
}
