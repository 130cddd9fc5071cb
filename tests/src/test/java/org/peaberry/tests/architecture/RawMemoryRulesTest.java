/** Who may touch memory that Java's types do not describe. */
package org.peaberry.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.peaberry", importOptions = DoNotIncludeTests.class)
class RawMemoryRulesTest {
    private static final String RAW_MEMORY = "org.peaberry.runtime.memory.RawMemory";
    private static final String ADDRESS = "org.peaberry.runtime.unboxed.Address";

    /** Packages of hv-kernel that read guests' arguments, build guests, share pages with them, or lay out memory at boot. */
    private static final String[] WITH_RAW_MEMORY = {"org.peaberry.kernel.memory..", "org.peaberry.kernel.dom0..", "org.peaberry.kernel.domain..",
        "org.peaberry.kernel.event..", "org.peaberry.kernel.hypercall..", "org.peaberry.kernel.grant..", "org.peaberry.kernel.time..",
        "org.peaberry.kernel.boot..", "org.peaberry.kernel.unpack.."};

    @ArchTest
    static final ArchRule schedulingInterruptAndOptionCodeWorksOnObjectsAlone = noClasses().that().resideInAPackage("org.peaberry.kernel..")
            .and().resideOutsideOfPackages(WITH_RAW_MEMORY)
            .should().callMethodWhere(accessesRawMemory())
            .because("only code that shares memory with guests or hardware may go around Java's types");

    private static DescribedPredicate<JavaMethodCall> accessesRawMemory() {
        return new DescribedPredicate<>("it makes a raw view, or loads or stores at an address") {
            @Override
            public boolean test(JavaMethodCall call) {
                String owner = call.getTargetOwner().getName();
                String name = call.getTarget().getName();
                return owner.equals(RAW_MEMORY) || owner.equals(ADDRESS) && (name.startsWith("load") || name.startsWith("store"));
            }
        };
    }
}
