/** Who may use whom: the module table of the design, as rules over the compiled classes. */
package org.peaberry.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.peaberry", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
    private static final String ALL = "org.peaberry..";
    private static final String RUNTIME = "org.peaberry.runtime..";
    private static final String ARCH = "org.peaberry.arch..";
    private static final String KERNEL = "org.peaberry.kernel..";
    private static final String COMPILER = "org.peaberry.compiler..";
    private static final String VERIFIER = "org.peaberry.verifier..";
    private static final String BOOT = "org.peaberry.boot..";

    @ArchTest
    static final ArchRule runtimeUsesNoOtherModule = mayUse(RUNTIME, RUNTIME);

    @ArchTest
    static final ArchRule archUsesTheRuntimeOnly = mayUse(ARCH, ARCH, RUNTIME);

    @ArchTest
    static final ArchRule kernelUsesArchAndRuntimeOnly = mayUse(KERNEL, KERNEL, ARCH, RUNTIME);

    @ArchTest
    static final ArchRule compilerUsesTheVocabularyOnly = mayUse(COMPILER, COMPILER, "org.peaberry.runtime.annotation..",
            "org.peaberry.runtime.object..", "org.peaberry.runtime.exception..", "org.peaberry.runtime.unboxed..");

    @ArchTest
    static final ArchRule verifierUsesNoOtherModule = mayUse(VERIFIER, VERIFIER).allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagingKnowsTheHypervisorAsAFileOnly = mayUse(BOOT, BOOT);

    @ArchTest
    static final ArchRule kernelKnowsNoVirtualizationBackend = noClasses().that().resideInAPackage(KERNEL)
            .should().dependOnClassesThat().resideInAnyPackage("org.peaberry.arch.svm..", "org.peaberry.arch.vmx..")
            .because("it talks to the neutral interface in org.peaberry.arch.virtualization, which both backends implement");

    @ArchTest
    static final ArchRule hypervisorUsesNoCollectionsThreadsOrReflection = noClasses().that().resideInAnyPackage(ARCH, KERNEL)
            .and().resideOutsideOfPackage("org.peaberry.kernel.unpack..")      // streams of libraries, compiled with the hypervisor
            .and().areNotAnnotatedWith("org.peaberry.runtime.annotation.HostedOnly")
            .should().dependOnClassesThat().resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "java.io..", "java.nio..", "java.net..",
                    "java.util.concurrent..", "java.util.function..", "java.util.stream..", "java.util.regex..")
            .because("these are not in the dialect");

    private static ArchRule mayUse(String module, String... allowed) {
        return classes().that().resideInAPackage(module).should().onlyDependOnClassesThat(
                not(resideInAnyPackage(ALL)).or(resideInAnyPackage(allowed)).as("are in " + String.join(", ", allowed)));
    }
}
