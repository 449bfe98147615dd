import { DTYPES, type Dtype } from '../calls/model.ts';

/** How hubs name the graph of each number format (transformers.js, `DEFAULT_DTYPE_SUFFIX_MAPPING`). */
const SUFFIXES = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  q4: '_q4',
  q4f16: '_q4f16',
} as const satisfies Record<Dtype, string>;

/** Where hubs keep a model's graph in a number format. */
export function graphPath(dtype: Dtype): string {
  return `onnx/model${SUFFIXES[dtype]}.onnx`;
}

/** The number formats whose graphs are among the paths. */
export function formatsOf(paths: readonly string[]): Dtype[] {
  return DTYPES.filter((dtype) => paths.includes(graphPath(dtype)));
}

/** Small files of the layout; the first two have to be there. */
export const TEXT_FILES = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'generation_config.json',
  'chat_template.jinja',
] as const;

/** The runtime takes a file as one buffer, and no browser has larger ones for sure. */
const MOST_FILE_BYTES = 2 ** 31 - 1;
/** Configurations and tokenisers; the largest of those that hubs ship have some 35 MB. */
const MOST_TEXT_BYTES = 100_000_000;

/** The most bytes that a page takes in one file of a model. */
export function mostBytesOf(path: string): number {
  return path.startsWith('onnx/') ? MOST_FILE_BYTES : MOST_TEXT_BYTES;
}

/** A graph's file of weights beside it: `onnx/model.onnx_data`, `onnx/model_q4.onnx_data_1`. */
export function isGraphData(path: string): boolean {
  return /^onnx\/model(_\w+)?\.onnx_data(_\d+)?$/.test(path);
}
