import { expect, type Page, type Texts } from '../flow';

/** The page of the own account, as somebody uses it. */
export class AccountPage {
  constructor(
    private readonly page: Page,
    private readonly texts: Texts,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('/account');
    await expect(this.page.getByRole('heading', { name: this.texts.say('settings.title') })).toBeVisible();
  }

  /** A part of it by its key in the texts, such as `passkeys`. */
  part(name: string) {
    return this.page.getByRole('region', { name: this.texts.say(`settings.${name}.title`), exact: true });
  }

  /** Presses a button of a part, by the key of its text. */
  async press(part: string, button: string, params?: Readonly<Record<string, string>>): Promise<void> {
    await this.part(part)
      .getByRole('button', { name: this.texts.say(button, params), exact: true })
      .click();
  }

  /** The part says that it is done. */
  async expectDone(part: string, text: string): Promise<void> {
    await expect(this.part(part).getByText(this.texts.say(text))).toBeVisible();
  }

  /** Answers the question on top: `fields` by the keys of their labels; then it is gone. */
  async answer(button: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const { say } = this.texts;
    const dialog = this.page.getByRole('dialog');
    for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(say(label), { exact: true }).fill(text);
    await dialog.getByRole('button', { name: say(button), exact: true }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: this.texts.say('shell.menu.account') }).click();
    await this.page.getByRole('menuitem', { name: this.texts.say('shell.menu.signOut') }).click();
    await expect(this.page).toHaveURL(/sign-in/);
  }
}
