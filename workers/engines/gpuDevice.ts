import { describeAdapter, findAdapter } from '../adapter.ts';
import { errorText, failureError } from './failures.ts';

/**
 * The runtime's attention kernels count on at least this many lanes that work in step; with fewer they give wrong
 * numbers for prompts of 32 tokens and more, without an error (seen on SwiftShader, which has four).
 */
const LEAST_SUBGROUP_LANES = 8;

/** Limits that the runtime's kernels use to the full; the defaults of WebGPU are for the smallest of phones. */
const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const satisfies readonly (keyof GPUSupportedLimits)[];

export interface OpenGpu {
  readonly device: GPUDevice;
  readonly name: string;
}

/**
 * Opens a device of our own, so that its loss can be watched and its features chosen.
 *
 * @throws ModelFailureError `no-webgpu`.
 */
export async function openGpu(): Promise<OpenGpu> {
  const found = await findAdapter();
  if (found.kind === 'none') {
    throw failureError('no-webgpu', `There is no WebGPU here: ${found.reason}.`);
  }
  const { adapter } = found;
  const name = describeAdapter(adapter.info);
  try {
    const device = await adapter.requestDevice({
      requiredFeatures: usefulFeatures(adapter),
      requiredLimits: Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]])),
    });
    return { device, name };
  } catch (error) {
    throw failureError('no-webgpu', `The adapter ${name} gave no device: ${errorText(error)}.`);
  }
}

function usefulFeatures(adapter: GPUAdapter): GPUFeatureName[] {
  const lanes = adapter.info.subgroupMinSize;
  const wanted: GPUFeatureName[] = ['shader-f16'];
  if (lanes >= LEAST_SUBGROUP_LANES) wanted.push('subgroups');
  return wanted.filter((feature) => adapter.features.has(feature));
}
