/** What the scripts of the page share: they are classic scripts, and each adds its part to one namespace. */

/** The parts of the search, each added by the script of its name; what the catalogue gives has the types of its JSON. */
declare var guide: any;

/** The library that generated/search/lunr.js defines; it carries no types. */
declare var lunr: any;

/** What the search uses of an index of lunr. Records are called by the letter of their kind and their place. */
interface SearchIndex {
  fieldVectors: Record<string, unknown>;
  invertedIndex: Record<string, Record<string, Record<string, unknown>>>;
  query(build: (query: { term(stem: string, how: object): void }) => void): { ref: string; score: number }[];
}

/** What `generator/search/records.py` and `vocabulary.py` give: records name each other by their places. */
interface SearchData {
  labels: Record<string, [id: string, label: string][]>;
  symptoms: SymptomRecord[];
  situations: SituationRecord[];
  topics: { answers: string[] }[];
  strategies: SearchRecord[];
  steps: SearchRecord[];
  services: SearchRecord[];
  checklists: SearchRecord[];
  terms: SearchRecord[];
  pages: SearchRecord[];
  safeguarding: { title: string; steps: string[]; afterwards: string };
  common: number[];
  digits: string;
  language: unknown;
  rings: [token: string, ...sequences: string[]][];
  words: string;
}

interface SearchRecord {
  id: string;
  title: string;
  url: string;
  text?: string;
  tier?: number;
  theme?: number;
  nation?: number;
  areas?: number[];
  roles?: number[];
  phases?: number[];
}

/** `within` is the place of the symptom that holds this one, or -1; `first` are places of strategies. */
interface SymptomRecord extends SearchRecord {
  within: number;
  first: number[];
}

/** `alarm` is whether somebody may be at risk; `answers` are in the order of trying. */
interface SituationRecord {
  title: string;
  alarm: boolean;
  symptoms: number[];
  answers: string[];
}

/** A stem of a query, how much it counts, and where the words stand that gave it. */
interface Token {
  stem: string;
  word: string;
  start: number;
  end: number;
  weight: number;
}

interface Correction {
  typed: string;
  meant: string;
}

/** A record near to a query, with its share of the likelihood. */
interface Near {
  ref: string;
  kind: string;
  place: number;
  share: number;
}

/** Which part of what a query says is known: to a record, and to any. */
interface Known {
  by: (ref: string) => number;
  any: number;
}

/** For each filter, by the name of its labels, the places that are asked for. */
type Filters = Record<string, number[]>;

interface Answer {
  kind: string;
  record: SearchRecord;
  score: number;
}

interface FoundSymptom extends Answer {
  record: SymptomRecord;
  place: number;
  from: Near;
  situation: string;
}

/** `because` are the parts of the query that say so, as they were typed. */
interface Described extends FoundSymptom {
  because: string[];
}

interface Result {
  state: "done" | "none";
  query: string;
  alarm: boolean;
  corrections: Correction[];
  answered: boolean;
  symptoms: Described[];
  first: Answer[];
  then: Answer[];
  counts: Record<string, number[]>;
  others: Answer[];
  stems: Set<string>;
}
