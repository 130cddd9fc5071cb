// The grammar of the dialect: what a kernel source file may say. Java 17 is the language around it; what of Java the dialect leaves
// out stands in rules of its own named `forbidden…`, so that a use is reported by its name at its place. How a construct may be used
// (contracts, machine words, locks) is not syntax: see the rules in docs/dialect.md.
//
// Reading: a file is a package, imports and types; a type has members; members have statements; statements have expressions.
grammar Dialect;

options { superClass = BoundedParser; }

// --- files ---------------------------------------------------------------------------------------------------------------------

compilationUnit
    : packageDeclaration? importDeclaration* (typeDeclaration | ';')* EOF
    ;

packageDeclaration
    : annotation* 'package' qualifiedName ';'
    ;

importDeclaration
    : 'import' 'static'? qualifiedName ('.' wildcard)? ';'
    ;

wildcard
    : '*'
    ;

// --- types that a file declares ------------------------------------------------------------------------------------------------

typeDeclaration
    : modifier* (classDeclaration | interfaceDeclaration | enumDeclaration | recordDeclaration | annotationDeclaration)
    ;

modifier
    : annotation
    | 'public' | 'protected' | 'private' | 'static' | 'final' | 'abstract' | 'volatile' | 'native' | 'default' | 'sealed'
    | 'non-sealed'
    | forbiddenModifier
    ;

classDeclaration
    : 'class' typeIdentifier typeParameters? extendsClause? implementsClause? permitsClause? classBody
    ;

interfaceDeclaration
    : 'interface' typeIdentifier typeParameters? extendsInterfaces? permitsClause? classBody
    ;

enumDeclaration
    : 'enum' typeIdentifier implementsClause? '{' (enumConstant (',' enumConstant)*)? ','? (';' member*)? '}'
    ;

enumConstant
    : annotation* identifier arguments? classBody?
    ;

recordDeclaration
    : 'record' typeIdentifier typeParameters? '(' parameters? ')' implementsClause? classBody
    ;

annotationDeclaration
    : '@' 'interface' typeIdentifier '{' (annotationMember | typeDeclaration | ';')* '}'
    ;

annotationMember
    : modifier* type identifier '(' ')' ('default' elementValue)? ';'
    | modifier* type variables ';'
    ;

extendsClause     : 'extends' type ;
extendsInterfaces : 'extends' types ;
implementsClause  : 'implements' types ;
permitsClause     : 'permits' types ;

// --- members -------------------------------------------------------------------------------------------------------------------

classBody
    : '{' member* '}'
    ;

member
    : ';'
    | initializerBlock
    | typeDeclaration
    | method
    | constructor
    | compactConstructor
    | field
    ;

// A static one runs on the build host.
initializerBlock
    : 'static'? block
    ;

method
    : modifier* typeParameters? annotation* resultType identifier '(' parameters? ')' throwsClause? (block | ';')
    ;

constructor
    : modifier* typeParameters? identifier '(' parameters? ')' throwsClause? block
    ;

// Of a record: checks and adjusts its components.
compactConstructor
    : modifier* identifier block
    ;

field
    : modifier* type variables ';'
    ;

resultType
    : type
    | 'void'
    ;

throwsClause
    : 'throws' types
    ;

parameters
    : parameter (',' parameter)* (',' variableParameter)?
    | variableParameter
    ;

parameter
    : variableModifier* type identifier forbiddenDimensions?
    ;

// The rest of the arguments, as an array.
variableParameter
    : variableModifier* type '...' identifier
    ;

variableModifier
    : annotation
    | 'final'
    ;

variables
    : variable (',' variable)*
    ;

variable
    : identifier forbiddenDimensions? ('=' initializer)?
    ;

initializer
    : expression
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
    | forbiddenFloatingPointType
    ;

dimensions
    : ('[' ']')+
    ;

typeParameters
    : '<' typeParameter (',' typeParameter)* '>'
    ;

typeParameter
    : annotation* typeIdentifier ('extends' type ('&' type)*)?
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
    : '@' qualifiedName ('(' (element (',' element)* | elementValue)? ')')?
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
    : '{' blockStatement* '}'
    ;

// What may stand in a block, but not alone after `if` or `while`. `yield x;` is a statement, since no type is named `yield`.
blockStatement
    : {!isYield()}? localVariables ';'
    | localType
    | statement
    ;

localType
    : typeDeclaration
    ;

localVariables
    : variableModifier* type variables
    ;

statement
    : block                                                                    # BlockedStatement
    | 'if' condition statement ('else' statement)?                             # IfStatement
    | 'while' condition statement                                              # WhileStatement
    | 'do' statement 'while' condition ';'                                     # DoStatement
    | 'for' '(' eachVariable ':' expression ')' statement                      # ForEachStatement
    | 'for' '(' forStart? ';' expression? ';' expressions? ')' statement       # ForStatement
    | 'switch' condition switchBody                                            # SwitchStatement
    | 'try' block (catchClause+ finallyClause? | finallyClause)                # TryStatement
    | 'try' resources block catchClause* finallyClause?                        # TryResourcesStatement
    | 'return' expression? ';'                                                 # ReturnStatement
    | 'throw' expression ';'                                                   # ThrowStatement
    | 'break' identifier? ';'                                                  # BreakStatement
    | 'continue' identifier? ';'                                               # ContinueStatement
    | 'yield' expression ';'                                                   # YieldStatement
    | identifier ':' statement                                                 # LabeledStatement
    | expression ';'                                                           # ExpressionStatement
    | ';'                                                                      # EmptyStatement
    | forbiddenStatement                                                       # ForbiddenOne
    ;

condition
    : '(' expression ')'
    ;

eachVariable
    : variableModifier* type identifier
    ;

forStart
    : localVariables
    | expressions
    ;

resources
    : '(' resource (';' resource)* ';'? ')'
    ;

resource
    : variableModifier* type identifier '=' expression
    | expression
    ;

catchClause
    : 'catch' '(' variableModifier* type ('|' type)* identifier ')' block
    ;

finallyClause
    : 'finally' block
    ;

switchBody
    : '{' (switchGroup* | switchRule+) '}'
    ;

switchGroup
    : (switchLabel ':')+ blockStatement*
    ;

switchRule
    : switchLabel '->' (expression ';' | block | throwing)
    ;

throwing
    : 'throw' expression ';'
    ;

switchLabel
    : 'case' caseValue (',' caseValue)*
    | 'default'
    ;

caseValue
    : expression
    | forbiddenPattern
    ;

// --- expressions, the operators that bind most tightly first -------------------------------------------------------------------

expressions
    : expression (',' expression)*
    ;

expression
    : primary                                                                  # PrimaryExpression
    | expression '.' typeArguments? identifier arguments                       # Call
    | expression '.' identifier                                                # FieldAccess
    | expression '.' 'this'                                                    # OuterThis
    | expression '.' 'class'                                                   # ClassLiteral
    | expression '.' 'super' '.' typeArguments? identifier arguments           # OuterSuperCall
    | expression '.' 'new' creation                                            # InnerCreation
    | expression '[' expression ']'                                            # ArrayElement
    | expression ('++' | '--')                                                 # Postfix
    | expression '::' identifier                                               # BoundReference
    | methodReference                                                          # Reference
    | ('+' | '-' | '++' | '--' | '~' | '!') expression                         # Prefix
    | '(' type ('&' type)* ')' expression                                      # Cast
    | expression ('*' | '/' | '%') expression                                  # Product
    | expression ('+' | '-') expression                                        # Sum
    | expression ('<' '<' | '>' '>' '>' | '>' '>') expression                  # Shift
    | expression ('<' | '>' | '<=' | '>=') expression                          # Comparison
    | expression 'instanceof' variableModifier* type identifier?               # InstanceOf
    | expression ('==' | '!=') expression                                      # Equality
    | expression '&' expression                                                # BitAnd
    | expression '^' expression                                                # BitXor
    | expression '|' expression                                                # BitOr
    | expression '&&' expression                                               # And
    | expression '||' expression                                               # Or
    | <assoc = right> expression '?' expression ':' expression                 # Choice
    | <assoc = right> expression assignment expression                         # Assign
    | lambda                                                                   # LambdaExpression
    ;

assignment
    : '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<' '<=' | '>' '>=' | '>' '>' '>='
    ;

primary
    : literal                                                                  # LiteralValue
    | '(' expression ')'                                                       # Parenthesized
    | identifier                                                               # Name
    | identifier arguments                                                     # LocalCall
    | 'this'                                                                   # This
    | 'this' arguments                                                         # ThisConstructorCall
    | 'super' arguments                                                        # SuperConstructorCall
    | 'super' '.' typeArguments? identifier arguments                          # SuperCall
    | 'super' '.' identifier                                                   # SuperField
    | 'new' creation                                                           # New
    | 'switch' condition switchBody                                            # SwitchValue
    | (primitiveType dimensions? | classType dimensions | 'void') '.' 'class'  # TypeLiteral
    ;

// What follows `new`.
creation
    : annotation* classType arguments classBody?                               # ObjectCreation
    | annotation* (primitiveType | classType) dimensions arrayInitializer      # ArrayOfValues
    | annotation* (primitiveType | classType) dimensionSize+ dimensions?       # ArrayOfSize
    ;

dimensionSize
    : '[' expression ']'
    ;

lambda
    : lambdaParameters '->' (expression | block)
    ;

lambdaParameters
    : identifier
    | '(' (identifier (',' identifier)*)? ')'
    | '(' parameters ')'
    ;

methodReference
    : (type | 'this' | 'super' | '(' expression ')') '::' (identifier | 'new')
    ;

arguments
    : '(' expressions? ')'
    ;

literal
    : INTEGER | CHARACTER | STRING | TEXT_BLOCK | 'true' | 'false' | 'null'
    | forbiddenLiteral
    ;

qualifiedName
    : identifier ('.' identifier)*
    ;

// Words that have a meaning in some places only, and are names elsewhere.
identifier
    : IDENTIFIER | 'record' | 'sealed' | 'permits' | 'yield'
    ;

typeIdentifier
    : IDENTIFIER
    ;

// --- what of Java the dialect leaves out ---------------------------------------------------------------------------------------

forbiddenModifier
    : 'synchronized'                                                           # ForbiddenMonitorModifier
    | ('strictfp' | 'transient')                                               # ForbiddenKeyword
    ;

forbiddenStatement
    : 'synchronized' '(' expression ')' block                                  # ForbiddenMonitor
    | 'assert' expression (':' expression)? ';'                                # ForbiddenAssert
    ;

// `int a[]`: the brackets belong to the type.
forbiddenDimensions
    : ('[' ']')+
    ;

forbiddenFloatingPointType
    : 'float' | 'double'
    ;

forbiddenLiteral
    : FLOATING_POINT                                                           # ForbiddenFloatingPointLiteral
    | OCTAL                                                                    # ForbiddenOctalLiteral
    ;

// `case Type name`: a preview in Java 17.
forbiddenPattern
    : type identifier
    ;

// --- words ---------------------------------------------------------------------------------------------------------------------

INTEGER
    : ('0' [xX] HEX_DIGIT ('_'* HEX_DIGIT)* | '0' [bB] [01] ('_'* [01])* | '0' | [1-9] ('_'* [0-9])*) [lL]?
    ;

// A leading zero changes the value of what follows: 010 is eight.
OCTAL
    : '0' ('_'* [0-7])+ [lL]?
    ;

FLOATING_POINT
    : DIGITS '.' DIGITS? EXPONENT? [fFdD]?
    | '.' DIGITS EXPONENT? [fFdD]?
    | DIGITS (EXPONENT [fFdD]? | [fFdD])
    | '0' [xX] HEX_DIGIT* '.'? HEX_DIGIT* [pP] [+-]? DIGITS [fFdD]?
    ;

CHARACTER
    : '\'' (ESCAPE | ~['\\\r\n]) '\''
    ;

TEXT_BLOCK
    : '"""' [ \t\f]* '\r'? '\n' (ESCAPE | '\\' '\r'? '\n' | ~[\\])*? '"""'
    ;

STRING
    : '"' (ESCAPE | ~["\\\r\n])* '"'
    ;

// Java keeps these words, and gives them no meaning.
RESERVED
    : 'goto' | 'const' | '_'
    ;

IDENTIFIER
    : [a-zA-Z_$] [a-zA-Z0-9_$]*
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

// What follows is never part of a program; these words make the message say what is wrong.

UNTERMINATED_COMMENT
    : '/*'
    ;

UNTERMINATED_TEXT_BLOCK
    : '"""' [ \t\f]* '\r'? '\n'
    ;

UNTERMINATED_STRING
    : '"' (ESCAPE | ~["\\\r\n])*
    ;

BAD_CHARACTER
    : '\''
    ;

NOT_ASCII
    : [\u0080-\u{10FFFF}]+
    ;

UNKNOWN
    : .
    ;

fragment DIGITS : [0-9] ('_'* [0-9])* ;
fragment HEX_DIGIT : [0-9a-fA-F] ;
fragment EXPONENT : [eE] [+-]? DIGITS ;
fragment ESCAPE : '\\' ([btnfrs"'\\] | 'u'+ HEX_DIGIT HEX_DIGIT HEX_DIGIT HEX_DIGIT | [0-3]? [0-7]? [0-7]) ;
