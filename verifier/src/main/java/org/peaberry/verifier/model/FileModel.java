/** What the names of one file mean. */
package org.peaberry.verifier.model;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.antlr.v4.runtime.ParserRuleContext;
import org.peaberry.verifier.syntax.DialectParser.ExpressionContext;
import org.peaberry.verifier.tree.SourceFile;

public final class FileModel {
    private final SourceFile file;
    private final World world;
    private final TypeResolver resolver;
    private final Scopes scopes;
    private final Typing typing;
    private final List<TypeDeclaration> types;
    private final Map<ParserRuleContext, TypeDeclaration> byNode = new IdentityHashMap<>();
    private final Map<ParserRuleContext, Method> methods = new IdentityHashMap<>();
    private final Map<String, Object> facts = new HashMap<>();

    FileModel(SourceFile file, World world) {
        this.file = file;
        this.world = world;
        this.types = new Declarations(this).find();
        this.resolver = new TypeResolver(this);
        this.scopes = new Scopes(this);
        this.typing = new Typing(this);
        for (TypeDeclaration type : types) {
            byNode.put(type.declaration(), type);
            type.methods().values().forEach(all -> all.forEach(method -> methods.putIfAbsent(method.declaration(), method)));
        }
    }

    /** Something that is found out about the file once, when it is first asked for. */
    public synchronized Object fact(String name, Supplier<Object> search) {
        Object fact = facts.get(name);
        if (fact == null) {
            fact = search.get();
            facts.put(name, fact);
        }
        return fact;
    }

    public SourceFile file() {
        return file;
    }

    public World world() {
        return world;
    }

    public TypeResolver resolver() {
        return resolver;
    }

    public Scopes scopes() {
        return scopes;
    }

    public Typing typing() {
        return typing;
    }

    public Type typeOf(ExpressionContext expression) {
        return typing.typeOf(expression);
    }

    /** Every type of the file, anonymous and local ones too. */
    public List<TypeDeclaration> types() {
        return types;
    }

    /** The innermost type around a node, or null outside of all. */
    public TypeDeclaration typeAround(ParserRuleContext node) {
        for (ParserRuleContext at = node; at != null; at = at.getParent()) {
            TypeDeclaration type = byNode.get(at);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** The innermost method around a node, or null outside of all. */
    public Method methodAround(ParserRuleContext node) {
        for (ParserRuleContext at = node; at != null; at = at.getParent()) {
            Method method = methods.get(at);
            if (method != null) {
                return method;
            }
            if (byNode.containsKey(at)) {
                return null;
            }
        }
        return null;
    }

    /** Whether code only runs on the host JVM, where all of Java is allowed. */
    public boolean isHosted(ParserRuleContext node) {
        for (ParserRuleContext at = node; at != null; at = at.getParent()) {
            if (Annotations.has(at, "HostedOnly") || Annotations.has(at, "Intrinsic") || Annotations.has(at, "ExternalFunction")) {
                return true;
            }
        }
        return world.isSubstituted(methodAround(node));
    }

    /** Whether it stands in for classes of the JDK, and so names what only they may use. */
    public boolean isSubstitution() {
        return types.stream().anyMatch(type -> type.hasAnnotation("Substitution"));
    }

    /** Whether it belongs to the hypervisor: its kernel, or what drives the processor for it. */
    public boolean isKernel() {
        String name = file.packageName() + ".";
        return name.startsWith("org.peaberry.kernel.") || name.startsWith("org.peaberry.arch.");
    }
}
