/** A file of a bundled model, as its card lists it. */
export interface ModelFile {
  /** Relative to the model's folder, e.g. `onnx/model.onnx`. */
  path: string;
  bytes: number;
  /** SHA-256, 64 hex digits. */
  sha256: string;
}
