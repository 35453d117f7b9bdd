package org.elenchus.tools.repair.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks outwards from a place and collects what is declared on the way. Inherited fields are not seen. */
final class ScopeReader {
    private final List<Variable> found = new ArrayList<>();
    private boolean staticContext;

    static Scope at(Place place) {
        ScopeReader reader = new ScopeReader();
        Node node = place.node();
        reader.staticContext =
                node instanceof FieldDeclaration f && f.isStatic() || node instanceof EnumConstantDeclaration;
        if (node instanceof ForStmt loop) {
            reader.declared(loop.getInitialization());
        }
        if (place.context() == Context.BLOCK_END && node instanceof BlockStmt block) {
            reader.statements(block.getStatements(), block.getStatements().size());
        }
        for (Optional<Node> parent = node.getParentNode(); parent.isPresent(); parent = node.getParentNode()) {
            reader.enter(parent.get(), node);
            node = parent.get();
        }
        return new Scope(reader.found);
    }

    private void enter(Node parent, Node child) {
        switch (parent) {
            case BlockStmt block -> statementsBefore(block.getStatements(), child);
            case SwitchEntry entry -> statementsBefore(entry.getStatements(), child);
            case ForStmt loop -> declared(loop.getInitialization());
            case ForEachStmt loop -> {
                if (child == loop.getBody()) {
                    declared(loop.getVariable());
                }
            }
            case TryStmt attempt -> {
                if (child == attempt.getTryBlock()) {
                    declared(attempt.getResources());
                }
            }
            case CatchClause clause -> parameter(clause.getParameter());
            case LambdaExpr lambda -> lambda.getParameters().forEach(this::parameter);
            case CallableDeclaration<?> callable -> {
                callable.getParameters().forEach(this::parameter);
                staticContext |= callable.isStatic();
            }
            case InitializerDeclaration initialiser -> staticContext |= initialiser.isStatic();
            case ObjectCreationExpr creation -> creation.getAnonymousClassBody().ifPresent(this::fields);
            case TypeDeclaration<?> type -> type(type);
            default -> {
                // other nodes declare nothing
            }
        }
    }

    private void type(TypeDeclaration<?> type) {
        if (type instanceof RecordDeclaration record) {
            record.getParameters()
                    .forEach(p -> add(p.getNameAsString(), p.getTypeAsString(), Variable.Kind.FIELD, true));
        }
        fields(type.getMembers());
        boolean isInner = type.isNestedType() && !type.isStatic() && !(type instanceof EnumDeclaration);
        staticContext |= !isInner;
    }

    private void fields(NodeList<BodyDeclaration<?>> members) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field && (field.isStatic() || !staticContext)) {
                for (VariableDeclarator variable : field.getVariables()) {
                    add(variable.getNameAsString(), variable.getTypeAsString(), Variable.Kind.FIELD, field.isFinal());
                }
            }
        }
    }

    private void statementsBefore(NodeList<Statement> statements, Node child) {
        int end = 0;
        while (end < statements.size() && statements.get(end) != child) {
            end++;
        }
        statements(statements, end == statements.size() ? 0 : end);
    }

    private void statements(NodeList<Statement> statements, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (statements.get(i) instanceof ExpressionStmt statement) {
                declared(statement.getExpression());
            }
        }
    }

    private void declared(NodeList<Expression> expressions) {
        expressions.forEach(this::declared);
    }

    private void declared(Expression expression) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            for (VariableDeclarator variable : declaration.getVariables()) {
                String type = variable.getTypeAsString();
                add(
                        variable.getNameAsString(),
                        type.equals("var") ? "" : type,
                        Variable.Kind.LOCAL,
                        declaration.isFinal());
            }
        }
    }

    private void parameter(Parameter parameter) {
        String type = parameter.getType().isUnknownType() ? "" : parameter.getTypeAsString();
        add(
                parameter.getNameAsString(),
                parameter.isVarArgs() ? type + "[]" : type,
                Variable.Kind.PARAMETER,
                parameter.isFinal());
    }

    private void add(String name, String type, Variable.Kind kind, boolean isFinal) {
        found.add(new Variable(name, type, kind, isFinal));
    }
}
