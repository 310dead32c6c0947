import { Component, type ElementRef, input, model, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Field, FieldInput } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** A text that is read from a file, dropped, or pasted. */
@Component({
  selector: 'ceex-file-or-text',
  imports: [Field, FieldInput, MatButton, TranslocoPipe],
  template: `
    <div class="file" (dragover)="$event.preventDefault()" (drop)="drop($event)">
      <button matButton="outlined" type="button" (click)="picker.click()">
        {{ 'operator.file.choose' | transloco }}
      </button>
      <span aria-live="polite">{{ name() || ('operator.file.none' | transloco) }}</span>
      <input
        #picker
        type="file"
        class="ceex-hidden"
        tabindex="-1"
        [accept]="accept()"
        [attr.aria-label]="'operator.file.choose' | transloco"
        (change)="pick()"
      />
    </div>
    <ceex-field [label]="label()" [hint]="hint()" [error]="error()">
      <textarea
        #area
        ceexInput
        rows="6"
        spellcheck="false"
        autocomplete="off"
        [value]="text()"
        (input)="text.set(area.value); name.set('')"
      ></textarea>
    </ceex-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--ceex-space-2);
    }
    .file {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--ceex-space-1) var(--ceex-space-2);
      overflow-wrap: anywhere;
    }
    textarea {
      font-family: ui-monospace, monospace !important;
      font-size: 0.875rem !important;
      line-height: 1.5 !important;
    }
  `,
})
export class FileOrText {
  readonly text = model.required<string>();
  readonly label = input.required<string>();
  readonly accept = input.required<string>();
  readonly hint = input('');
  readonly error = input('');

  protected readonly name = signal('');
  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  protected drop(event: DragEvent): void {
    event.preventDefault();
    void this.read(event.dataTransfer?.files[0]);
  }

  protected async pick(): Promise<void> {
    const input = this.chooser().nativeElement;
    await this.read(input.files?.[0]);
    // The same file again, once it was changed, is another one.
    input.value = '';
  }

  private async read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.text.set(await file.text());
    this.name.set(file.name);
  }
}
