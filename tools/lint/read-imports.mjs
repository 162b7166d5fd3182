import ts from 'typescript'

/**
 * Every import and re-export of a TypeScript file, in order, dynamic ones too: `{ specifier, typeOnly, line }`.
 * An import of several names is type-only when each of them is.
 */
export function readImports(text, file = 'file.ts') {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const found = []
  const add = (node, literal, typeOnly) => {
    if (literal === undefined || !ts.isStringLiteralLike(literal)) return
    found.push({
      specifier: literal.text,
      typeOnly,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    })
  }
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeImport(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, isTypeExport(node))
    else if (ts.isImportTypeNode(node)) add(node, node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeImport(clause) {
  if (clause === undefined) return false // import './x.js' runs the file
  if (clause.isTypeOnly || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const names = clause.namedBindings
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly)
}

function isTypeExport(node) {
  if (node.isTypeOnly) return true
  const names = node.exportClause
  return (
    names !== undefined &&
    ts.isNamedExports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  )
}
