export function checkName(name: string): void {
  if (name.length > 40) throw new Error('A name has 40 letters at most.');
}

export function checkTemplate(template: string): void {
  if (template.length > 400) throw new Error('A template has 400 letters at most.');
  compile(template);
}
