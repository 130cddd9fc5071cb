// The grammar of the dialect: Java 17's declarations, statements and expressions. What the dialect leaves out (lambdas, method
// references, synchronized, floating point, variable arguments) has rules of its own, so that a use can be named; see SourceRules.
grammar Dialect;

// --- files ---------------------------------------------------------------------------------------------------------------------

compilationUnit
    : packageDeclaration? importDeclaration* (typeDeclaration | ';')* EOF
    ;

packageDeclaration
    : annotation* 'package' qualifiedName ';'
    ;

importDeclaration
    : 'import' 'static'? qualifiedName ('.' '*')? ';'
    ;

// --- types that a file declares ------------------------------------------------------------------------------------------------

typeDeclaration
    : modifier* (classDeclaration | interfaceDeclaration | enumDeclaration | recordDeclaration | annotationDeclaration)
    ;

modifier
    : annotation
    | 'public' | 'protected' | 'private' | 'static' | 'final' | 'abstract' | 'native' | 'volatile' | 'transient' | 'default'
    | 'sealed' | 'non' '-' 'sealed'
    | synchronizedModifier
    ;

synchronizedModifier
    : 'synchronized'
    ;

classDeclaration
    : 'class' identifier typeParameters? ('extends' type)? ('implements' types)? ('permits' types)? classBody
    ;

interfaceDeclaration
    : 'interface' identifier typeParameters? ('extends' types)? ('permits' types)? classBody
    ;

enumDeclaration
    : 'enum' identifier ('implements' types)? '{' enumConstants? ','? (';' member*)? '}'
    ;

enumConstants
    : enumConstant (',' enumConstant)*
    ;

enumConstant
    : annotation* identifier arguments? classBody?
    ;

recordDeclaration
    : 'record' identifier typeParameters? '(' parameters? ')' ('implements' types)? classBody
    ;

annotationDeclaration
    : '@' 'interface' identifier '{' annotationMember* '}'
    ;

annotationMember
    : modifier* type identifier '(' ')' ('default' elementValue)? ';'
    | member
    ;

// --- members -------------------------------------------------------------------------------------------------------------------

classBody
    : '{' member* '}'
    ;

member
    : ';'
    | 'static'? block
    | typeDeclaration
    | modifier* typeParameters? resultType identifier '(' parameters? ')' dimensions? throwsClause? (block | ';')
    | modifier* typeParameters? identifier '(' parameters? ')' throwsClause? block
    | modifier* identifier block
    | modifier* type variables ';'
    ;

resultType
    : type
    | 'void'
    ;

throwsClause
    : 'throws' types
    ;

parameters
    : parameter (',' parameter)*
    ;

parameter
    : modifier* type variableArguments? identifier dimensions?
    ;

variableArguments
    : '...'
    ;

variables
    : variable (',' variable)*
    ;

variable
    : identifier dimensions? ('=' initializer)?
    ;

initializer
    : value
    | arrayInitializer
    ;

arrayInitializer
    : '{' (initializer (',' initializer)*)? ','? '}'
    ;

// --- types ---------------------------------------------------------------------------------------------------------------------

types
    : type (',' type)*
    ;

type
    : annotation* (primitiveType | classType) dimensions?
    ;

classType
    : identifier typeArguments? ('.' annotation* identifier typeArguments?)*
    ;

primitiveType
    : 'boolean' | 'byte' | 'short' | 'char' | 'int' | 'long'
    | floatingPointType
    ;

floatingPointType
    : 'float' | 'double'
    ;

dimensions
    : ('[' ']')+
    ;

typeParameters
    : '<' typeParameter (',' typeParameter)* '>'
    ;

typeParameter
    : annotation* identifier ('extends' type ('&' type)*)?
    ;

typeArguments
    : '<' (typeArgument (',' typeArgument)*)? '>'
    ;

typeArgument
    : type
    | annotation* '?' (('extends' | 'super') type)?
    ;

// --- annotations ---------------------------------------------------------------------------------------------------------------

annotation
    : '@' qualifiedName ('(' (elementValue | element (',' element)*)? ')')?
    ;

element
    : identifier '=' elementValue
    ;

elementValue
    : annotation
    | '{' (elementValue (',' elementValue)*)? ','? '}'
    | expression
    ;

// --- statements ----------------------------------------------------------------------------------------------------------------

block
    : '{' statement* '}'
    ;

statement
    : block
    | localVariables ';'
    | typeDeclaration
    | 'if' '(' expression ')' statement ('else' statement)?
    | 'while' '(' expression ')' statement
    | 'do' statement 'while' '(' expression ')' ';'
    | 'for' '(' forControl ')' statement
    | 'switch' '(' expression ')' switchBody
    | 'try' resources? block catchClause* ('finally' block)?
    | synchronizedStatement
    | 'return' value? ';'
    | 'throw' expression ';'
    | 'break' identifier? ';'
    | 'continue' identifier? ';'
    | 'yield' value ';'
    | 'assert' expression (':' expression)? ';'
    | identifier ':' statement
    | expression ';'
    | ';'
    ;

synchronizedStatement
    : 'synchronized' '(' expression ')' block
    ;

localVariables
    : modifier* type variables
    ;

forControl
    : modifier* type identifier ':' expression
    | (localVariables | expressions)? ';' expression? ';' expressions?
    ;

resources
    : '(' resource (';' resource)* ';'? ')'
    ;

resource
    : modifier* type identifier '=' expression
    | expression
    ;

catchClause
    : 'catch' '(' modifier* type ('|' type)* identifier ')' block
    ;

switchBody
    : '{' (switchGroup* | switchRule*) '}'
    ;

switchGroup
    : (switchLabel ':')+ statement*
    ;

switchRule
    : switchLabel '->' (expression ';' | block | 'throw' expression ';')
    ;

switchLabel
    : 'case' expression (',' expression)*
    | 'default'
    ;

// --- expressions, the operators that bind most tightly first -------------------------------------------------------------------

expressions
    : expression (',' expression)*
    ;

// Where Java allows a function as a value.
value
    : expression
    | lambda
    ;

lambda
    : lambdaParameters '->' (value | block)
    ;

lambdaParameters
    : identifier
    | '(' (identifier (',' identifier)*)? ')'
    | '(' parameters ')'
    ;

expression
    : primary
    | expression '.' typeArguments? identifier arguments?
    | expression '.' ('this' | 'class' | 'super' arguments?)
    | expression '.' creation
    | expression '[' expression ']'
    | methodReference
    | expression ('++' | '--')
    | ('+' | '-' | '++' | '--' | '~' | '!') expression
    | '(' type ('&' type)* ')' (expression | lambda)
    | expression ('*' | '/' | '%') expression
    | expression ('+' | '-') expression
    | expression ('<' '<' | '>' '>' '>' | '>' '>') expression
    | expression ('<' | '>' | '<=' | '>=') expression
    | expression 'instanceof' modifier* type identifier?
    | expression ('==' | '!=') expression
    | expression '&' expression
    | expression '^' expression
    | expression '|' expression
    | expression '&&' expression
    | expression '||' expression
    | <assoc = right> expression '?' expression ':' value
    | <assoc = right> expression assignment value
    ;

assignment
    : '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<' '<=' | '>' '>=' | '>' '>' '>='
    ;

primary
    : literal
    | '(' value ')'
    | identifier arguments?
    | 'this' arguments?
    | 'super' (arguments | '.' typeArguments? identifier arguments?)
    | 'new' creation
    | 'switch' '(' expression ')' switchBody
    | primitiveType dimensions? '.' 'class'
    | identifier ('.' identifier)* dimensions '.' 'class'
    | 'void' '.' 'class'
    ;

creation
    : 'new'? annotation* classType arguments classBody?
    | annotation* (primitiveType | classType) dimensions arrayInitializer
    | annotation* (primitiveType | classType) ('[' expression ']')+ dimensions?
    ;

methodReference
    : (qualifiedName | type | 'this' | 'super' | '(' expression ')') '::' (identifier | 'new')
    ;

arguments
    : '(' (value (',' value)*)? ')'
    ;

literal
    : INTEGER | CHARACTER | STRING | TEXT_BLOCK | 'true' | 'false' | 'null'
    | floatingPointLiteral
    ;

floatingPointLiteral
    : FLOATING_POINT
    ;

qualifiedName
    : identifier ('.' identifier)*
    ;

// Words that have a meaning in some places only, and are names elsewhere.
identifier
    : IDENTIFIER | 'record' | 'sealed' | 'permits' | 'non' | 'yield'
    ;

// --- words ---------------------------------------------------------------------------------------------------------------------

INTEGER
    : ('0' [xX] HEX_DIGIT ('_'* HEX_DIGIT)* | '0' [bB] [01] ('_'* [01])* | DIGITS) [lL]?
    ;

FLOATING_POINT
    : DIGITS '.' DIGITS? EXPONENT? [fFdD]?
    | '.' DIGITS EXPONENT? [fFdD]?
    | DIGITS (EXPONENT [fFdD]? | [fFdD])
    ;

CHARACTER
    : '\'' (ESCAPE | ~['\\\r\n]) '\''
    ;

TEXT_BLOCK
    : '"""' (ESCAPE | '\\' '\r'? '\n' | ~[\\])*? '"""'
    ;

STRING
    : '"' (ESCAPE | ~["\\\r\n])* '"'
    ;

IDENTIFIER
    : [\p{Alpha}_$] [\p{Alnum}_$]*
    ;

COMMENT
    : '/*' .*? '*/' -> skip
    ;

LINE_COMMENT
    : '//' ~[\r\n]* -> skip
    ;

BLANK
    : [ \t\r\n\f]+ -> skip
    ;

fragment DIGITS : [0-9] ('_'* [0-9])* ;
fragment HEX_DIGIT : [0-9a-fA-F] ;
fragment EXPONENT : [eE] [+-]? DIGITS ;
fragment ESCAPE : '\\' ([btnfrs"'\\] | 'u'+ HEX_DIGIT HEX_DIGIT HEX_DIGIT HEX_DIGIT | [0-3]? [0-7]? [0-7]) ;
