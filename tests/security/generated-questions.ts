/** Questions generated from the published schema: one for each field of patients' data, on every way to it. */
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { KindOfCase } from './cases-of-every-kind.ts';
import { gradedFields, type Grade } from './patients-data.ts';

/** What stands for an entity of another subgraph: more than the key, which whoever mentions it has anyway. */
const representative: Readonly<Record<string, string>> = {
  Patient: 'name',
  Consultation: 'number',
  ImagingStudy: 'modality',
  Invoice: 'feeFen',
  Practitioner: 'id',
  Expert: 'id',
  Institution: 'id',
};

export interface Entrance {
  readonly type: string;
  readonly field: string;
  /** Without it nothing behind this entrance is there. */
  readonly grade: Grade;
  readonly argument: string;
  idOf(one: KindOfCase): string | null;
}

export const entrances: readonly Entrance[] = [
  { type: 'Patient', field: 'patient', grade: 'who', argument: 'id', idOf: (one) => one.patientId },
  { type: 'Consultation', field: 'consultation', grade: 'case', argument: 'id', idOf: (one) => one.consultationId },
  { type: 'ImagingStudy', field: 'imagingStudy', grade: 'study', argument: 'uid', idOf: (one) => one.studyUid },
  { type: 'Invoice', field: 'invoice', grade: 'invoice', argument: 'id', idOf: (one) => one.invoiceId },
  { type: 'Room', field: 'room', grade: 'room', argument: 'consultationId', idOf: (one) => one.consultationId },
];

/** At a subgraph, past the gateway, each entity with the grades that this subgraph keeps of it. */
export const keptAt: readonly { subgraph: string; type: string; grades: readonly Grade[] }[] = [
  { subgraph: 'patients', type: 'Patient', grades: ['who', 'record', 'consents', 'accesses'] },
  { subgraph: 'imaging', type: 'Patient', grades: ['study'] },
  { subgraph: 'consultations', type: 'Consultation', grades: ['case'] },
  { subgraph: 'imaging', type: 'Consultation', grades: ['study'] },
  { subgraph: 'media', type: 'Consultation', grades: ['room'] },
  { subgraph: 'billing', type: 'Consultation', grades: ['invoice'] },
  { subgraph: 'imaging', type: 'ImagingStudy', grades: ['study', 'images'] },
  { subgraph: 'billing', type: 'Invoice', grades: ['invoice'] },
];

export interface FieldQuestion {
  readonly name: string;
  readonly grade: Grade;
  readonly selection: string;
}

/** @param keysOnly of entities of other subgraphs, which do not know more */
export function questionsOf(schema: GraphQLSchema, type: string, keysOnly = false): FieldQuestion[] {
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is no type of the published schema.`);
  return Object.keys(object.getFields()).flatMap((name) => {
    const grade = fields.get(`${type}.${name}`);
    return grade === undefined ? [] : [{ name, grade, selection: selectionOf(object, name, keysOnly) }];
  });
}

function selectionOf(object: GraphQLObjectType, name: string, keysOnly: boolean, depth = 0): string {
  const field = object.getFields()[name];
  const type = field && getNamedType(field.type);
  if (!isObjectType(type)) return name;
  const key = type.name === 'ImagingStudy' ? 'uid' : 'id';
  const stands = representative[type.name];
  if (stands !== undefined) return `${name} { ${keysOnly ? key : stands} }`;
  const inner = Object.values(type.getFields()).filter((one) => depth < 3 && one.name !== 'edges');
  const parts = inner.map((one) =>
    isLeafType(getNamedType(one.type)) ? one.name : selectionOf(type, one.name, keysOnly, depth + 1),
  );
  return parts.length === 0 ? `${name} { __typename }` : `${name} { ${parts.join(' ')} }`;
}

/** Whether anything was told: a value somewhere that is neither nothing nor an empty list. */
export function tells(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some(tells);
  if (typeof value !== 'object') return true;
  return Object.entries(value).some(([key, one]) => !aboutTheAnswer.has(key) && tells(one));
}

const aboutTheAnswer = new Set(['__typename', 'totalCount', 'pageInfo']);

const fields = gradedFields();

/** Every field in an answer, however deep, that was told although its grade is not to be. */
export function toldWrongly(
  schema: GraphQLSchema,
  type: string,
  value: unknown,
  isTheirs: (grade: Grade) => boolean,
): string[] {
  const object = schema.getType(type);
  if (Array.isArray(value)) return value.flatMap((one) => toldWrongly(schema, type, one, isTheirs));
  if (!isObjectType(object) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const field = object.getFields()[name];
    const grade = fields.get(`${type}.${name}`);
    if (!field || !tells(one) || isMention(getNamedType(field.type).name, one)) return [];
    const inner = toldWrongly(schema, getNamedType(field.type).name, one, isTheirs);
    return grade === undefined || isTheirs(grade) ? inner : [`${type}.${name}`, ...inner];
  });
}

/** An entity by nothing but its key, which opens nothing by itself. */
function isMention(type: string, value: unknown): boolean {
  if (representative[type] === undefined) return false;
  return [value].flat().every((one) => /^(id|uid)$/.test(Object.keys(Object(one)).join()));
}
