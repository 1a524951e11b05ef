import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../infra/synthesize.ts';

/** What is looked at of a resource. */
export type Resource = {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
};

/** One stage's template as it was written. */
export type Synthesized = {
  readonly stage: string;
  readonly text: string;
  readonly resources: Readonly<Record<string, Resource>>;
  /** Ids and properties of all resources of a type. */
  readonly all: (type: string) => readonly (readonly [id: string, resource: Resource])[];
};

/** A folder of its own outside the project. */
export function outsideFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'vereinbar-infra-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Writes all stages to a folder that is gone afterwards and gives their templates. */
export async function synthesizedStages(): Promise<readonly Synthesized[]> {
  const folder = outsideFolder();
  try {
    const { stacks } = await synthesize(folder.path);
    return stacks.map(({ stackName, template }) => {
      const { Resources: resources } = template as { Resources: Record<string, Resource> };
      return {
        stage: stackName,
        text: JSON.stringify(template),
        resources,
        all: (type) => Object.entries(resources).filter(([, resource]) => resource.Type === type),
      };
    });
  } finally {
    folder.remove();
  }
}

/** The logical id that a `Ref` or `Fn::GetAtt` names; the text itself for a text. */
export function idIn(reference: unknown): string {
  if (typeof reference === 'string') return reference;
  const { Ref: ref, 'Fn::GetAtt': attribute } = reference as {
    Ref?: string;
    'Fn::GetAtt'?: [string, string];
  };
  return ref ?? attribute?.[0] ?? JSON.stringify(reference);
}
