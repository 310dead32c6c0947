import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Notice, TextPipe } from '@ceex/web-ui';
import { PlantsStore } from '../plants-store';
import { fieldAt, readPlant, type PlantField, type PlantFields } from './plant-fields';
import { PlantPreview } from './plant-preview';
import { RoofCompass } from './roof-compass';

const PV_FIELDS = [
  { field: 'name', label: 'name', unit: null },
  { field: 'peakPower', label: 'peak', unit: 'kWp' },
  { field: 'azimuth', label: 'azimuth', unit: 'degrees' },
  { field: 'tilt', label: 'tilt', unit: 'degrees' },
] as const;
const BATTERY_FIELDS = [
  { field: 'name', label: 'name', unit: null },
  { field: 'capacity', label: 'capacity', unit: 'kWh' },
  { field: 'power', label: 'power', unit: 'kW' },
] as const;

/** What the editor begins with: the fields of a plant that stands, or of one to add. */
export interface EditedPlant {
  readonly plantId: number | null;
  readonly fields: PlantFields;
}

/** The form of one PV system or battery: add, change, remove. Closes once the change is saved. */
@Component({
  selector: 'ceex-plant-editor',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    MatSuffix,
    Notice,
    PlantPreview,
    RoofCompass,
    TextPipe,
  ],
  templateUrl: './plant-editor.html',
  styleUrl: './plant-editor.scss',
})
export class PlantEditor {
  protected readonly edited = inject<EditedPlant>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PlantEditor>>(MatDialogRef);
  private readonly plants = inject(PlantsStore);

  protected readonly fields = signal(this.edited.fields);
  protected readonly isPv = this.edited.fields.kind === 'pv-system';
  /** Fields are complained of once somebody tried to save. */
  private readonly tried = signal(false);
  private readonly refused = signal<readonly PlantField[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** Removing takes a second press. */
  protected readonly removing = signal(false);

  private readonly plant = computed(() => readPlant(this.fields()));
  private readonly wrong = computed<readonly PlantField[]>(() => {
    const plant = this.plant();
    return this.tried() && !('kind' in plant) ? plant : this.refused();
  });
  protected readonly azimuth = computed(() => Number(this.fields().azimuth) || 0);
  protected readonly tilt = computed(() => Number(this.fields().tilt) || 0);

  /** Field, name of its label, and its unit. */
  protected readonly texts = this.isPv ? PV_FIELDS : BATTERY_FIELDS;

  protected isWrong(field: PlantField): boolean {
    return this.wrong().includes(field);
  }

  protected type(field: PlantField, event: Event): void {
    this.set(field, (event.target as HTMLInputElement).value);
  }

  protected set(field: PlantField, value: string | number): void {
    this.fields.update((fields) => ({ ...fields, [field]: String(value) }));
    this.refused.set([]);
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    const plant = this.plant();
    if (!('kind' in plant) || this.busy()) return;
    await this.run(() => this.plants.save(plant, this.edited.plantId));
  }

  protected async remove(): Promise<void> {
    const { plantId } = this.edited;
    if (plantId === null || this.busy()) return;
    if (!this.removing()) this.removing.set(true);
    else await this.run(() => this.plants.remove(plantId));
  }

  protected close(): void {
    this.dialog.close();
  }

  private async run(work: () => ReturnType<PlantsStore['save']>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    const failure = await work();
    this.busy.set(false);
    if (failure === null) return this.dialog.close();
    this.problem.set(failure.code);
    this.refused.set(failure.errors.map(({ path }) => fieldAt(path.split('.').at(-1) ?? '')));
  }
}
