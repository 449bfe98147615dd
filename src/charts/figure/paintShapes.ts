import type { Shape } from '../../core/figures/scene.ts';
import type { ColourOf } from '../../core/figures/sceneSvg.ts';

function paintLook(
  context: CanvasRenderingContext2D,
  shape: Exclude<Shape, { kind: 'text' }>,
  path: Path2D | null,
  colour: ColourOf,
): void {
  context.globalAlpha = shape.opacity ?? 1;
  if (shape.fill !== undefined) {
    context.fillStyle = colour(shape.fill);
    if (path === null) context.fill();
    else context.fill(path);
  }
  if (shape.stroke !== undefined) {
    context.strokeStyle = colour(shape.stroke);
    context.lineWidth = shape.strokeWidth ?? 1;
    context.setLineDash([...(shape.dash ?? [])]);
    if (path === null) context.stroke();
    else context.stroke(path);
  }
  context.globalAlpha = 1;
}

function paintShape(
  context: CanvasRenderingContext2D,
  shape: Shape,
  colour: ColourOf,
  family: string,
): void {
  switch (shape.kind) {
    case 'rect':
      context.beginPath();
      if (shape.radius === undefined) context.rect(shape.x, shape.y, shape.width, shape.height);
      else context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      paintLook(context, shape, null, colour);
      return;
    case 'circle':
      context.beginPath();
      context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
      paintLook(context, shape, null, colour);
      return;
    case 'line':
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      paintLook(context, shape, null, colour);
      return;
    case 'path':
      paintLook(context, shape, new Path2D(shape.d), colour);
      return;
    case 'text': {
      context.save();
      context.translate(shape.x, shape.y);
      context.rotate(((shape.rotate ?? 0) * Math.PI) / 180);
      context.font = `${String(shape.weight ?? 400)} ${String(shape.size)}px ${family}`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      context.fillStyle = colour(shape.fill);
      if (shape.rim === true) {
        context.strokeStyle = colour('--paper');
        context.lineWidth = 3;
        context.lineJoin = 'round';
        context.setLineDash([]);
        context.strokeText(shape.text, 0, 0);
      }
      context.fillText(shape.text, 0, 0);
      context.restore();
    }
  }
}

/** Draws shapes on a canvas, as SceneShapes.svelte does in SVG. */
export function paintShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  colour: ColourOf,
  family: string,
): void {
  for (const shape of shapes) paintShape(context, shape, colour, family);
}
