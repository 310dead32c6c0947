import { Component, computed, inject, model } from '@angular/core';
import { Language, TextPipe } from '@ceex/web-ui';
import { compassPoint } from '../azimuth';
import { AZIMUTH, TILT, directionTo, steepness, turnByKey } from './dial';

type Dial = 'azimuth' | 'tilt';
const RADIUS = 72;
/** Where the foot of the roof stands in the drawing of the tilt. */
const FOOT = { x: -60, y: 52 };
const ROOF = 108;

/**
 * Where a roof looks and how steep it is: a compass and a roof from the side, both turned by pointer or keys (as
 * sliders) in steps of five degrees. Azimuth 0 = north, 90 = east; tilt 0 = flat.
 */
@Component({
  selector: 'ceex-roof-compass',
  imports: [TextPipe],
  templateUrl: './roof-compass.html',
  styleUrl: './roof-compass.scss',
})
export class RoofCompass {
  readonly azimuthDeg = model.required<number>();
  readonly tiltDeg = model.required<number>();

  private readonly language = inject(Language);
  private turning: Dial | null = null;
  protected readonly radius = RADIUS;
  protected readonly foot = FOOT;
  protected readonly letters = [
    { name: 'n', x: 0, y: -86 },
    { name: 'e', x: 88, y: 5 },
    { name: 's', x: 0, y: 97 },
    { name: 'w', x: -88, y: 5 },
  ];

  protected readonly direction = computed(() => {
    const deg = this.azimuthDeg();
    return `${this.language.translate(`trading.plants.compass.${compassPoint(deg)}`)}, ${deg}°`;
  });
  protected readonly ridge = computed(() => {
    const radians = (this.tiltDeg() * Math.PI) / 180;
    return { x: FOOT.x + ROOF * Math.cos(radians), y: FOOT.y - ROOF * Math.sin(radians) };
  });

  protected onKey(event: KeyboardEvent, dial: Dial): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isAzimuth = dial === 'azimuth';
    const from = isAzimuth ? this.azimuthDeg() : this.tiltDeg();
    const deg = turnByKey(event.key, from, isAzimuth ? AZIMUTH : TILT);
    if (deg === null) return;
    event.preventDefault();
    (isAzimuth ? this.azimuthDeg : this.tiltDeg).set(deg);
  }

  protected grip(event: PointerEvent, dial: Dial): void {
    if (event.button !== 0) return;
    this.turning = dial;
    const drawing = event.currentTarget as SVGSVGElement;
    drawing.setPointerCapture(event.pointerId);
    drawing.focus({ preventScroll: true });
    this.follow(event);
    event.preventDefault();
  }

  protected follow(event: PointerEvent): void {
    if (this.turning === null) return;
    const { x, y } = pointIn(event.currentTarget as SVGSVGElement, event);
    if (this.turning === 'azimuth') this.azimuthDeg.set(directionTo(x, y));
    else this.tiltDeg.set(steepness(x - FOOT.x, y - FOOT.y));
  }

  protected release(): void {
    this.turning = null;
  }
}

/** Where a pointer is in a drawing of 200 by 200 around its middle. */
function pointIn(drawing: SVGSVGElement, { clientX, clientY }: PointerEvent): { x: number; y: number } {
  const { left, top, width, height } = drawing.getBoundingClientRect();
  return { x: ((clientX - left) / width - 0.5) * 200, y: ((clientY - top) / height - 0.5) * 200 };
}
