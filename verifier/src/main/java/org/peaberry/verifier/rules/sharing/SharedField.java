/** Fields that processors share are marked. */
package org.peaberry.verifier.rules.sharing;

import java.util.List;

import org.peaberry.verifier.model.TypeDeclaration;
import org.peaberry.verifier.model.Variable;
import org.peaberry.verifier.rule.Check;
import org.peaberry.verifier.rule.Rule;
import org.peaberry.verifier.rule.RuleGroup;

public final class SharedField extends Rule {
    private static final List<String> MARKS = List.of("GuardedBy", "Shared");

    public SharedField() {
        super("shared-field", RuleGroup.SHARING, "A static field that changes is volatile or marked @Shared; where a lock lives, fields that change say what guards them: @GuardedBy, @Shared or volatile.",
                "nobody can check what is not written down: whether the field is safe by a lock, by being written at boot only, or not at all",
                "@GuardedBy(\"lock\"), volatile, an AtomicInt, or @Shared with the reason why it needs none of them");
    }

    @Override
    public String passing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.annotation.GuardedBy;
                import org.peaberry.runtime.lock.SpinLock;

                final class Counter {
                    private final SpinLock lock = new SpinLock();
                    @GuardedBy("lock")
                    private int count;

                    void add() {
                        lock.acquire();
                        try {
                            count++;
                        } finally {
                            lock.release();
                        }
                    }
                }
                """;
    }

    @Override
    public String failing() {
        return """
                package org.peaberry.kernel.example;

                import org.peaberry.runtime.lock.SpinLock;

                final class Counter {
                    private final SpinLock lock = new SpinLock();
                    private int count; // here

                    void add() {
                        lock.acquire();
                        try {
                            count++;
                        } finally {
                            lock.release();
                        }
                    }
                }
                """;
    }

    @Override
    public void check(Check check) {
        for (TypeDeclaration type : check.model().types()) {
            boolean hasLock = type.fields().values().stream().anyMatch(field -> isLock(check, field));
            for (Variable field : type.fields().values()) {
                if ((hasLock || field.isStatic()) && isUnmarked(field) && !isExempt(check, type, field)) {
                    String why = field.isStatic() ? "all processors have it" : type.simpleName() + " has a lock";
                    check.report(field.node(), "field '" + field.name() + "' changes, and " + why + ": nothing says what guards it");
                }
            }
        }
    }

    private static boolean isLock(Check check, Variable field) {
        return field.isField() && !field.isStatic() && check.model().typing().typeOf(field).name().equals("org.peaberry.runtime.lock.SpinLock");
    }

    private static boolean isUnmarked(Variable field) {
        return !field.isFinal() && !field.has("volatile") && MARKS.stream().noneMatch(field::hasAnnotation);
    }

    private static boolean isExempt(Check check, TypeDeclaration type, Variable field) {
        return check.model().isHosted(field.declaration()) || type.hasAnnotation("BootOnly") || field.hasAnnotation("Substitute");
    }
}
