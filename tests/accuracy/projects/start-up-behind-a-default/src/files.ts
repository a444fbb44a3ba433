import fs from 'node:fs';

export const countriesInFile = (): string[] => JSON.parse(fs.readFileSync('countries.json', 'utf8'));
