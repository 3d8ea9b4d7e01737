/** dcmjs brings no types; these are the few parts of it that are used here. */
declare module 'dcmjs' {
  interface DictionaryEntry {
    tag: string;
    vr: string;
    name: string;
    vm: string;
  }
  class DicomDict {
    constructor(meta: object);
    dict: object;
    write(options?: object): ArrayBuffer;
  }
  const dcmjs: {
    data: {
      DicomDict: typeof DicomDict;
      DicomMessage: { readFile(bytes: ArrayBuffer): DicomDict };
      DicomMetaDictionary: {
        dictionary: Record<string, DictionaryEntry | undefined>;
        nameMap: Record<string, DictionaryEntry | undefined>;
        denaturalizeDataset(dataset: object): object;
        naturalizeDataset(dataset: object): object;
      };
    };
  };
  export default dcmjs;
}
