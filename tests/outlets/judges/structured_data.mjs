// Two npm programs look at a page: structured-data-testing-tool finds its JSON-LD, @adobe/structured-data-validator judges it.
//
// Usage: node structured_data.mjs PAGE VOCABULARY, where PAGE is HTML or .json and VOCABULARY is schemaorg-all-https.jsonld.
// Prints {"scripts", "events", "issues"}. Neither program has an Event profile of its own (seen in their source), so the first
// gets the required properties as a preset, and the second serves for its vocabulary: any type or property schema.org lacks.
// Both only look at the top of a document, so an @graph is laid out flat. Nothing is fetched.
import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import testing from "structured-data-testing-tool";

console.log = console.error; // The extractor reports broken scripts on standard output, where only the answer may stand.

const REQUIRED = ["name", "startDate", "location", "url"];
const [page, vocabulary] = process.argv.slice(2);
const text = readFileSync(page, "utf8");

async function extract(input, options) {
  return testing.structuredDataTest(input, options).catch((error) => {
    if (error.type === "VALIDATION_FAILED") return error.res;
    throw error;
  });
}

const json = page.endsWith(".json") ? `<script type="application/ld+json">${text}</script>` : text;
const seen = Object.values((await extract(Buffer.from(json), { auto: false })).structuredData.jsonld).flat();
const nodes = seen.flatMap((document) => document["@graph"] ?? [document]).filter((node) => Object.keys(node).some((key) => !key.startsWith("@")));
const graph = JSON.parse(readFileSync(vocabulary, "utf8"));
const parents = new Map(graph["@graph"].map((entry) => [entry["@id"], [entry["rdfs:subClassOf"] ?? []].flat().map((parent) => parent["@id"])]));
const isEvent = (name) => name === "schema:Event" || (parents.get(name) ?? []).some(isEvent);
const kinds = (node) => [node["@type"] ?? []].flat();

const jsonld = {};
for (const node of nodes) for (const kind of kinds(node)) (jsonld[kind] ??= []).push(node);

const issues = [];
const presets = Object.keys(jsonld).filter((kind) => isEvent(`schema:${kind}`)).map((kind) => ({
  name: kind, description: "What Google requires of an event", schema: kind, tests: REQUIRED.map((name) => ({ test: `${kind}[*].${name}` })),
}));
const structure = { jsonld, microdata: {}, rdfa: {}, metatags: {} };
const tested = await extract(structure, { auto: false, presets });
for (const failed of tested.failed) issues.push(`testing tool: ${failed.error?.message ?? failed.test}`);

for (const issue of await new Validator(graph).validate({ jsonld })) {
  // Its other warnings are shop-window advice (a logo for every organization); what schema.org does not know is what matters.
  if (issue.severity !== "ERROR" && issue.errorType !== "schemaOrg") continue;
  issues.push(`validator: ${issue.issueMessage} (${issue.path.map((step) => step.property ?? step.type).join(".")})`);
}
const events = nodes.filter((node) => kinds(node).some((kind) => isEvent(`schema:${kind}`))).length;
process.stdout.write(JSON.stringify({ scripts: seen.length, events, issues }));
